/** The look of the page: two columns with the links between them, one below the other on a narrow screen. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c2733;--paper:#fff;--soft:#f3f6f9;--line:#b8c4d0;--strong:#0b5394;--ask:#fff3cd;--pick:#d7f0dd;--bad:#9c2b12;--faint:#66737f}
@media (prefers-color-scheme:dark){:root{--ink:#dde5ec;--paper:#161c22;--soft:#202830;--line:#4a5866;--strong:#7db8ee;--ask:#4b4120;--pick:#1f4429;--bad:#f0937c;--faint:#93a1ae}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--paper);height:100vh;display:flex;flex-direction:column}
header{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;padding:.4rem .8rem;background:var(--soft);border-bottom:1px solid var(--line)}
h1{font-size:1rem;margin:0}
progress{width:8rem}
input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.2rem .5rem;max-width:100%}
button{cursor:pointer}
button:disabled{opacity:.5;cursor:default}
:focus-visible{outline:2px solid var(--strong);outline-offset:1px}
#status{color:var(--strong);font-size:.85rem;overflow-wrap:anywhere}
#status.bad{color:var(--bad);font-weight:bold}
#card{padding:.5rem .8rem;border-bottom:1px solid var(--line);max-height:52vh;overflow:auto}
#asked{background:var(--ask);padding:.3rem .5rem;border-radius:4px;margin:.2rem 0;overflow-wrap:anywhere}
#partners,#clauses{display:flex;flex-direction:column;gap:.25rem}
.partner{display:grid;grid-template-columns:1.6rem 1.2rem minmax(4rem,9rem) 1fr auto;gap:.4rem;text-align:left;align-items:baseline}
.choice{display:flex;gap:.25rem}
.choice .partner{flex:1;min-width:0}
.alone{color:var(--strong);font-size:.8rem;white-space:nowrap}
.faint,.aside,.aside~.choice .text{color:var(--faint)}
.aside{font-size:.8rem}
.partner.chosen,.clause.chosen{background:var(--pick)}
#clauses-box{margin-top:.3rem}
.clause{display:grid;grid-template-columns:1.6rem 1.2rem 1fr auto;gap:.4rem;text-align:left;align-items:baseline}
.address,.score,#reason{color:var(--strong);font-size:.8rem;overflow-wrap:anywhere}
kbd{font:inherit;font-size:.8rem;border:1px solid var(--line);border-radius:3px;padding:0 .3rem;text-align:center}
.acts{display:flex;flex-wrap:wrap;gap:.4rem;margin-top:.4rem;padding:.2rem 0;align-items:center;position:sticky;bottom:-.5rem;background:var(--paper)}
#help{font-size:.85rem;margin:.3rem 0 0}
main{flex:1;min-height:0;display:grid;grid-template-columns:1fr 5rem 1fr}
.column{overflow:auto;padding:0 .8rem 40vh;position:relative}
.column h2{font-size:.95rem;position:sticky;top:0;background:var(--paper);margin:0;padding:.3rem 0}
.unit{margin:.15rem 0;padding:.15rem .4rem;border-radius:4px;cursor:pointer;border-left:3px solid transparent}
.unit .address{display:block}
.heading{font-weight:bold}
.unit:hover{background:var(--soft)}
.unit.asked{background:var(--ask);border-color:var(--strong)}
.unit.candidate{border-color:var(--line);background:var(--soft)}
.unit.chosen{background:var(--pick)}
#lines{width:100%;height:100%}
.link{fill:none;stroke:var(--line);stroke-width:1.5}
.link.doubtful{stroke-dasharray:4 4}
.link.decided{stroke:var(--strong)}
.link.asked{stroke-width:3}
.link.dragged{stroke:var(--strong);stroke-width:2}
.dragging{user-select:none}
.busy{cursor:progress}
.gone main,.gone #card{opacity:.5}
@media (max-width:720px){#help,#previous kbd,#next kbd,#yes kbd,#no kbd{display:none}body{height:auto;display:block}main{display:block}#lines{display:none}.column{overflow:visible;padding:0 .6rem .6rem;border-top:1px solid var(--line)}#card{position:sticky;top:0;background:var(--paper);z-index:1;max-height:60vh}.partner{grid-template-columns:1.6rem 1.2rem 1fr}.partner .text,.partner .score{grid-column:3}kbd{visibility:hidden}}
`;
