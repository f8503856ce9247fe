/** Head of a document whose field `level` holds a value there is none of, on line 4. */
const BAD_HEAD =
  '---\nid: a-plan-2020\ntitle: 关于某事的意见\nlevel: village\nkind: opinion\n---\n正文。\n';

/** A command line that ends with one message, a hint and exit code 2. */
export interface BadInput {
  readonly name: string;
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  /** What the message says. */
  readonly says: readonly (string | RegExp)[];
}

const CORPUS_FILE = 'documents: [a.txt]\naliases: {a: a-plan-2020}\nthemes: themes\n';
const GOOD =
  '---\nid: a-plan-2020\ntitle: 关于某事的意见\nlevel: city\nkind: opinion\n---\n正文。\n';

export const BAD_INPUTS: readonly BadInput[] = [
  { name: 'missing file', args: ['parse', 'no/such.txt'], says: ['no/such.txt', 'hint:'] },
  {
    name: 'directory',
    args: ['parse', './sub'],
    files: { 'sub/x.txt': '字' },
    says: ['./sub', 'directory'],
  },
  {
    name: 'empty file',
    args: ['parse', 'e.txt'],
    files: { 'e.txt': '' },
    says: ['e.txt', 'no text'],
  },
  { name: 'empty standard input', args: ['parse', '-'], stdin: '', says: ['no text'] },
  {
    name: 'binary data',
    args: ['parse', 'b.txt'],
    files: { 'b.txt': new Uint8Array([1, 0, 2, 0, 0, 255, 254, 3, 0, 0]) },
    says: ['b.txt', 'hint:'],
  },
  {
    name: 'not UTF-8 and nothing else',
    args: ['parse', 'u.txt'],
    files: { 'u.txt': new Uint8Array([0xe4, 0xb8, 0x80, 0x0a, 0xff, 0xff, 0x41, 0x0a]) },
    says: ['u.txt', 'UTF-8', 'line 2'],
  },
  {
    name: 'wrong encoding stated',
    args: ['parse', 'g.txt', '--encoding', 'utf-8'],
    files: { 'g.txt': new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa, 0xa1, 0xa3]) },
    says: ['g.txt', 'utf-8'],
  },
  { name: 'unknown id', args: ['parse', 'hubie'], says: ['"hubie"', 'Did you mean hubei'] },
  {
    name: 'wrong field of a head',
    args: ['parse', 'h.txt'],
    files: { 'h.txt': BAD_HEAD },
    says: ['h.txt:4', 'level'],
  },
  {
    name: 'theme file that does not parse',
    args: ['themes', 'a', '--corpus', 'mine'],
    files: {
      'mine/corpus.yaml': CORPUS_FILE,
      'mine/a.txt': GOOD,
      'mine/themes/x.yaml': 'id: x\nlabels: {zh: 某, en: [\n',
    },
    says: [/mine\/themes\/x\.yaml:\d+/],
  },
  {
    name: 'document of the corpus that is not there',
    args: ['corpus', 'list', '--corpus', 'mine'],
    files: { 'mine/corpus.yaml': CORPUS_FILE },
    says: ['mine/corpus.yaml:1', 'a.txt'],
  },
  {
    name: 'document outside the corpus',
    args: ['corpus', 'list', '--corpus', 'mine'],
    files: { 'mine/corpus.yaml': 'documents:\n  - ../a.txt\naliases: {}\n', 'a.txt': GOOD },
    says: ['mine/corpus.yaml:2', 'outside'],
  },
  {
    name: 'no corpus',
    args: ['corpus', 'list', '--corpus', 'nowhere'],
    says: ['nowhere', 'corpus.yaml'],
  },
  {
    name: 'unknown theme',
    args: ['themes', 'hubei', '--theme', 'housng'],
    says: ['Did you mean housing'],
  },
  {
    name: 'wrong format',
    args: ['parse', 'hubei', '-f', 'xml'],
    says: ['"xml"', 'terminal, json'],
  },
  { name: 'wrong language', args: ['parse', 'hubei', '--lang', 'fr'], says: ['"fr"', '--lang'] },
  {
    name: 'wrong colour',
    args: ['parse', 'hubei', '--color', 'blue'],
    says: ['"blue"', '--color'],
  },
  { name: 'wrong width', args: ['parse', 'hubei', '--width', 'wide'], says: ['"wide"', '--width'] },
  { name: 'too narrow', args: ['parse', 'hubei', '--width', '3'], says: ['"3"', '20'] },
  { name: 'wrong level', args: ['parse', 'hubei', '--level', 'town'], says: ['"town"', 'county'] },
  { name: 'wrong shell', args: ['completion', 'tcsh'], says: ['"tcsh"', 'bash, zsh, fish'] },
  { name: 'unknown schema', args: ['schema', 'forest'], says: ['"forest"', 'tree'] },
  { name: 'unknown command', args: ['coverge'], says: ['"coverge"', 'Did you mean "coverage"'] },
  {
    name: 'unknown command of a command',
    args: ['corpus', 'lst'],
    says: ['"lst"', 'Did you mean "list"'],
  },
  {
    name: 'unknown option',
    args: ['parse', 'hubei', '--dept', '1'],
    says: ['"--dept"', '"--depth"'],
  },
  {
    name: 'option without a value',
    args: ['parse', 'hubei', '--depth'],
    says: ['--depth', 'value'],
  },
  { name: 'missing argument', args: ['parse'], says: ['"doc"', 'missing'] },
  { name: 'too many arguments', args: ['parse', 'hubei', 'wuhan'], says: ['Too many'] },
  { name: 'missing side', args: ['coverage', 'hubei'], says: ['duibiao coverage --help'] },
  {
    name: 'output into a folder that is not there',
    args: ['schema', 'tree', '-o', 'no/tree.json'],
    says: ['no folder "no"', 'no/tree.json'],
  },
  {
    name: 'output onto a folder',
    args: ['schema', 'tree', '-o', 'sub'],
    files: { 'sub/x.txt': '字' },
    says: ['"sub"', 'written'],
  },
  {
    name: 'one level for three',
    args: ['trace', 'housing', '--sides', 'hubei'],
    says: ['--sides'],
  },
  { name: 'commitment of one side', args: ['commitment', 'hubei'], says: ['commitment wants'] },
  { name: 'half a pair', args: ['explain', 'hubei:1', '--up', 'hubei'], says: ['together'] },
  {
    name: 'units of two grains',
    args: ['explain', 'hubei:11', 'wuhan:7.1'],
    says: ['never linked'],
  },
  { name: 'units of one side', args: ['explain', 'hubei:11', 'hubei:12'], says: ['same side'] },
  { name: 'report without a format', args: ['report', 'hubei', 'wuhan'], says: ['Which format?'] },
  {
    name: 'report of an unknown ending',
    args: ['report', 'hubei', 'wuhan', '-o', 'x.abc'],
    says: ['The ending of "x.abc"'],
  },
  {
    name: 'picture in another format',
    args: ['report', 'hubei', 'wuhan', '--figure', 'coverage', '-f', 'html'],
    says: ['--figure writes SVG'],
  },
  {
    name: 'report onto a file',
    args: ['report', 'hubei', 'wuhan', '-o', 'x.md'],
    files: { 'x.md': 'x' },
    says: ['"x.md" exists already'],
  },
  { name: 'lock and revision', args: ['check', '--update', '--since', 'HEAD'], says: ['--update'] },
  { name: 'mending the embedded corpus', args: ['check', '--fix'], says: ['embedded corpus'] },
  { name: 'a share without a theme', args: ['check', '--min-coverage', '60%'], says: ['SHARE'] },
  { name: 'a count in words', args: ['check', '--max-warnings', 'few'], says: ['0, 1, 2'] },
  { name: 'half a gold', args: ['eval', '--up', 'x.txt'], says: ['together'] },
  {
    name: 'two golds for one pair',
    args: ['eval', 'a.json', 'b.json', '--up', 'x', '--down', 'y'],
    says: ['one gold file'],
  },
  { name: 'an unknown region', args: ['parse', 'hubei', '--region', '亚特兰蒂斯'], says: ['2260'] },
  {
    name: 'a broken expression',
    args: ['compare', 'hubei', 'wuhan', '--grep', '('],
    says: ['--grep'],
  },
  {
    name: 'a score in words',
    args: ['compare', 'hubei', 'wuhan', '--min-score', 'x'],
    says: ['0 … 1'],
  },
  {
    name: 'shifts of one document',
    args: ['targets', 'hubei', '--shift', 'raised'],
    says: ['upstream'],
  },
  {
    name: 'a phrase of one character',
    args: ['phrases', '--phrase', '房'],
    says: ['two characters'],
  },
  {
    name: 'a theme from one character',
    args: ['themes', 'init', 'x', '--from', '水'],
    says: ['two characters'],
  },
  {
    name: 'a theme from nothing',
    args: ['themes', 'init', 'x', '--from', '亚特兰蒂斯'],
    says: ['words that'],
  },
  {
    name: 'an unknown section',
    args: ['compare', 'hubei', 'wuhan', '--section', '亚特兰蒂斯'],
    says: ['No section'],
  },
  { name: 'an unknown topic', args: ['trace', 'hubei:99'], says: ['No section or sentence'] },
  {
    name: 'no repository',
    args: ['check', '--since', 'HEAD', '--corpus', 'mine'],
    files: { 'mine/corpus.yaml': CORPUS_FILE, 'mine/a.txt': GOOD },
    says: ['no git repository'],
  },
];
