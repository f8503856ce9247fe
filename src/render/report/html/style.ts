/**
 * The style of a report page. No fonts or pictures are fetched; light and dark follow the reader's
 * system; text colours reach 4.5:1 on their ground (WCAG 2.2 AA).
 */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--soft:#f5f6f8;--line:#d5d9df;--text:#1f2328;--dim:#59636e;--link:#0a56b8;--focus:#0a56b8;
--verbatim:#245a94;--adapted:#17695e;--paraphrased:#8a5a00;--missing:#a93a24;--local:#6b46a0;
--ins:#d9f2dc;--insl:#1a7f37;--del:#fde3df;--dell:#b3351f;--swap:#e7eaee;--num:#ffe9b8;--com:#f1dcf7;--lst:#d5eef5;--phr:#efeccb;--shr:#e3ecf9;--shrl:#5d86bd}
@media(prefers-color-scheme:dark){:root{--bg:#14171b;--soft:#1d2126;--line:#3a4149;--text:#e4e8ec;--dim:#a3adb8;--link:#79b3ff;--focus:#79b3ff;
--verbatim:#8fbcf0;--adapted:#6ed3c4;--paraphrased:#e9bd62;--missing:#f29480;--local:#c6aaf2;
--ins:#16361f;--insl:#57c46f;--del:#43201a;--dell:#ef8672;--swap:#2c323a;--num:#4a3a10;--com:#3e2548;--lst:#143a45;--phr:#38351a;--shr:#1b2a40;--shrl:#7fa7dc}}
*{box-sizing:border-box}
html{scroll-padding-top:4.2rem}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.75 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.4rem .8rem;z-index:9}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1.2rem}
h1{font-size:1.55rem;line-height:1.4;margin:1.6rem 0 .4rem}h2{font-size:1.25rem;margin:2.4rem 0 .5rem}h3{font-size:1rem;margin:0}
.note{color:var(--dim);font-size:.9rem;margin:.2rem 0 .8rem}
nav.top a{margin-right:1.1rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.92rem}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--soft)}td.num{font-variant-numeric:tabular-nums;white-space:nowrap}
tbody th[scope=row]{min-width:7em}.scroll td{min-width:5em}.scroll td.num{min-width:0}
details>summary{cursor:pointer}
.bar{display:inline-flex;height:.6rem;width:8rem;background:var(--soft);border:1px solid var(--line);margin:0 .5rem}
.bar i{display:block;height:100%}
.bg-verbatim{background:#2b6cb0}.bg-adapted{background:#2a9d8f}.bg-paraphrased{background:#d69e2e}.bg-missing{background:#c0563f}.bg-local{background:#8b6bb8}
.brief{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:.6rem 1.6rem}
.brief ul{list-style:none;margin:.2rem 0 .6rem;padding:0;font-size:.92rem}.brief li{padding:.2rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.evidence{max-width:40rem;max-height:26rem;overflow:auto;padding-left:1.1rem;margin:.4rem 0;font-size:.9rem}
.evidence li{margin:.15rem 0}
.scroll .matrix td{text-align:center;min-width:2.2rem;background:color-mix(in srgb,#2b6cb0 calc(var(--v,0)*75%),transparent)}
.matrix thead th{font-weight:400;font-size:.8rem;writing-mode:vertical-rl;max-height:14rem;white-space:nowrap}
.matrix thead th:first-child{writing-mode:horizontal-tb;vertical-align:bottom}
.matrix tbody th{font-weight:400;min-width:14rem}
.matrix a{color:inherit;text-decoration:none}
figure{margin:0}figure svg{width:100%;min-width:46rem;height:auto}
.ribbon:hover{fill-opacity:.8}
.tools{position:sticky;top:0;z-index:5;background:var(--bg);border-bottom:1px solid var(--line);padding:.5rem 0;display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;font-size:.9rem}
.tools fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.2rem .7rem}.tools legend{float:left;margin-right:.6rem;color:var(--dim)}
.tools label{white-space:nowrap}
.tools input[type=search],.tools select,.tools button{font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:.3rem;padding:.15rem .5rem;max-width:14rem}
.tools button{cursor:pointer}
.legend{font-size:.88rem;display:flex;flex-wrap:wrap;gap:.3rem 1rem;list-style:none;padding:0;margin:.6rem 0}
.cols{display:grid;grid-template-columns:repeat(var(--n),minmax(0,1fr));gap:0 1.2rem}
.block{border-top:2px solid var(--line);margin-top:1.4rem;padding-top:.6rem}
.block>.cols{background:var(--soft);padding:.35rem .6rem;margin-bottom:.2rem}
.rows{list-style:none;margin:0;padding:0}
.row{padding:.45rem .6rem;border-bottom:1px solid var(--line)}
.row.now{background:var(--soft);box-shadow:inset .25rem 0 var(--focus)}
.cell p{margin:0 0 .15rem}
.side{color:var(--dim);font-size:.8rem;display:none}
.ad{font-size:.76rem;color:var(--dim);text-decoration:none;margin-right:.35rem;white-space:nowrap}.ad:hover{text-decoration:underline}
.tag{font-size:.78rem;margin-right:.6rem;white-space:nowrap}.tag b{font-weight:600}
.t-verbatim{color:var(--verbatim)}.t-adapted{color:var(--adapted)}.t-paraphrased{color:var(--paraphrased)}.t-missing{color:var(--missing)}.t-local{color:var(--local)}
.none{border-left:3px solid var(--missing);padding-left:.6rem}.own{border-left:3px solid var(--local);padding-left:.6rem}
.from,.mv{font-size:.8rem;color:var(--dim)}
.again{opacity:.72}
.s:target,.s.hit{background:var(--num);scroll-margin-top:6rem}
.s.head,.s.head .ad+*{font-weight:600}
ins,del,.legend ins,.legend del{text-decoration:none;border-radius:.15rem;padding:0 .05rem}
ins{background:var(--ins);border-bottom:2px solid var(--insl)}
mark{background:var(--shr);color:inherit;border-bottom:1px solid var(--shrl);border-radius:.15rem;padding:0 .05rem}
del{background:var(--del);border-bottom:2px dashed var(--dell)}
del.k-dropped{text-decoration:line-through;text-decoration-color:var(--dell)}
.k-swap{background:var(--swap);border-bottom:1px dotted var(--dim)}
.k-number{background:var(--num);border-bottom-style:double;border-bottom-width:3px}
.k-commitment{background:var(--com)}.k-list-member{background:var(--lst)}.k-set-phrase{background:var(--phr);border-bottom-style:dotted}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
#read{display:none}
.reading #read{display:grid;grid-template-columns:repeat(var(--n),minmax(0,1fr));gap:1rem;height:calc(100vh - 7rem)}
.reading #blocks{display:none}
#read>section{overflow:auto;border:1px solid var(--line);padding:.6rem 1rem;position:relative}
#read p{margin:.2rem 0;cursor:pointer}
#read h3{margin:1rem 0 .3rem}
[hidden]{display:none!important}
footer{color:var(--dim);font-size:.86rem;margin-top:3rem;padding-bottom:3rem}
footer code{word-break:break-all}
@media(max-width:46rem){body{font-size:15px}.block .cols{grid-template-columns:minmax(0,1fr);gap:.5rem}.side{display:block}.tools{position:static}td.num{white-space:normal}td.num .bar{margin:0 .3rem}html{scroll-padding-top:1rem}
.reading #read{grid-template-columns:minmax(0,1fr);grid-auto-rows:1fr;height:90vh}.matrix tbody th{min-width:9rem}h1{font-size:1.25rem}.bar{width:6rem}}
@media print{:root{color-scheme:light}.tools,nav.top,.skip{display:none}body{font-size:10.5pt}.row,.block>.cols{break-inside:avoid}.evidence{max-height:none}a{color:inherit;text-decoration:none}
@page{size:A4 landscape;margin:14mm}ins,del,mark,.bar i,.matrix td{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
