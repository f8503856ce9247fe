import type { BadInput } from './bad-inputs.js';

/** Files that are wrong in one way each; every text about such a fault is said by one of them. */

const CORPUS_FILE = 'documents: [a.txt]\naliases: {a: a-plan-2020}\nthemes: themes\n';
const DOCUMENT =
  '---\nid: a-plan-2020\ntitle: 关于某事的意见\nlevel: city\nkind: opinion\n---\n正文。\n';
const THEME = 'id: water\nlabels: {zh: 水利, en: water}\nterms: [治水]\n';

type Case = readonly [name: string, content: string, says: string];

/** Rows of one file, read by one command. */
function rows(
  path: string,
  args: readonly string[],
  cases: readonly Case[],
  others: Readonly<Record<string, string>> = {},
): BadInput[] {
  return cases.map(([name, content, says]) => ({
    name: `${path}: ${name}`,
    args,
    files: { ...others, [path]: content },
    says: [says],
  }));
}

const MINE = { 'mine/corpus.yaml': CORPUS_FILE, 'mine/a.txt': DOCUMENT };

const corpusFiles = rows(
  'mine/corpus.yaml',
  ['corpus', 'list', '--corpus', 'mine'],
  [
    ['no YAML', 'documents: [a.txt\n', 'Mend the YAML'],
    ['a list', '- a.txt\n', '"documents" and "aliases"'],
    ['an unknown field', 'documents: []\nalias: {}\n', 'Did you mean "aliases"'],
    ['documents that are none', 'documents: 3\n', 'list of paths'],
    ['an alias of numbers', 'documents: []\naliases: {a: 3}\n', 'the alias "a"'],
    ['themes that are no folder', 'documents: []\nthemes: [x]\n', 'wants a folder'],
  ],
);

const headed = (head: string): string => `---\n${head}\n---\n正文。\n`;
const FIELDS = 'id: a-plan-2020\ntitle: 关于某事的意见\nkind: opinion';

const heads = rows(
  'h.txt',
  ['parse', 'h.txt'],
  [
    ['no YAML', headed('id: [a'), 'Mend the YAML between'],
    ['no fields', headed('- a'), '"id: …"'],
    ['a missing field', headed('id: a-plan-2020\nkind: opinion'), '"title" is missing'],
    ['an unknown field near one', headed(`${FIELDS}\nlevle: city`), 'Did you mean "level"'],
    ['an unknown field', headed(`${FIELDS}\nxyzzyx: city`), 'Known fields'],
    ['an id in capitals', headed(FIELDS.replace('a-plan', 'A-PLAN')), 'lower-case letters'],
    ['a title of numbers', headed(FIELDS.replace('关于某事的意见', '3')), 'it wants text'],
    ['subtitles that are no list', headed(`${FIELDS}\nsubtitles: 3`), 'list of texts'],
    ['a region in words', headed(`${FIELDS}\nregion: 湖北`), 'six digits'],
    ['a date that is none', headed(`${FIELDS}\ndate: '2020-13-01'`), '2020-12-02'],
    ['a source without lines', headed(`${FIELDS}\nsource: { file: a.txt }`), 'sha256'],
  ],
);

const themes = rows(
  't.yaml',
  ['themes', 'check', 't.yaml'],
  [
    ['no YAML', 'id: [x\n', 'brackets'],
    ['a list', '- x\n', 'is a mapping'],
    ['a missing key', 'id: x\nlabels: {zh: 水, en: w}\n', '"terms" is missing'],
    ['an unknown key near one', `${THEME}exclusion: []\n`, 'Did you mean "exclusions"'],
    ['an unknown key', `${THEME}xyzzyx: []\n`, 'Known here'],
    ['an unknown label', THEME.replace('en: water', 'en: w, xyzzyx: o'), 'in labels'],
    ['an unknown key of an entry', `${THEME}patterns: [{text: 防汛, xyzzyx: 1}]\n`, 'in an entry'],
    ['a key twice', `${THEME}terms: [防汛]\n`, 'Join the two'],
    ['an id with capitals', THEME.replace('water', 'Water'), 'kebab-case'],
    ['labels that are none', THEME.replace('{zh: 水利, en: water}', '3'), '"labels" is a mapping'],
    ['a label in one language', THEME.replace(', en: water', ''), 'label "en" is missing'],
    ['terms that are none', THEME.replace('[治水]', '3'), 'groups by weight'],
    ['a group that is no list', THEME.replace('[治水]', '{1: 3}'), 'holds no list'],
    ['a weight of zero', THEME.replace('[治水]', '{0: [治水]}'), 'not 0'],
    ['an entry without text', THEME.replace('治水', '{weight: 1}'), 'without "text"'],
    ['exclusions that are none', `${THEME}exclusions: 3\n`, 'is not a list'],
    ['an empty term', THEME.replace('治水', "''"), 'a term is not a text'],
    ['an empty pattern', `${THEME}patterns: ['']\n`, 'a pattern is not a text'],
    ['an empty exclusion', `${THEME}exclusions: ['']\n`, 'exclusion is not a text'],
    ['a term of one character', THEME.replace('治水', '水'), 'one character'],
    ['a term twice', THEME.replace('治水', '治水, 治水'), 'already'],
    ['a pattern that does not compile', `${THEME}patterns: ['修(堤']\n`, 'does not compile'],
    ['a back-reference', `${THEME}patterns: ['(修)\\1']\n`, 'back-reference'],
    ['a pattern without a bound', `${THEME}patterns: ['修.*堤']\n`, 'without a bound'],
    ['a slow pattern', `${THEME}patterns: ['修.{0,99}.{0,99}堤']\n`, 'very slow'],
    ['a pattern of nothing', `${THEME}patterns: ['修?']\n`, 'empty text'],
  ],
);

const themeFolder: BadInput = {
  name: 'two themes with one id',
  args: ['themes', 'a', '--corpus', 'mine'],
  files: { ...MINE, 'mine/themes/a.yaml': THEME, 'mine/themes/b.yaml': THEME },
  says: ['stands in mine/themes/a.yaml already'],
};

const configs = rows(
  'duibiao.config.yaml',
  ['check', '--corpus', 'mine', '--print-config'],
  [
    ['no YAML', 'check: [\n', 'brackets'],
    ['a list', '- check\n', 'the file is not a mapping'],
    ['an unknown key', 'xyzzyx: 1\n', 'unknown key "xyzzyx" in the file'],
    ['an unknown setting', 'check: {xyzzyx: 1}\n', 'in "check"'],
    ['an unknown rule', 'check: {rules: {stray-blnk: off}}\n', '--list-rules'],
    ['an unknown severity', 'check: {rules: {stray-blank: bad}}\n', 'no severity'],
    ['a count in words', 'check: {max-warnings: few}\n', 'is not a number'],
    ['a negative count', 'check: {max-warnings: -1}\n', 'is not a count'],
    ['a lock that is no text', 'check: {lock: [x]}\n', 'lock is not a text'],
    ['ignores that are no list', 'check: {ignores: 3}\n', 'ignores is not a list'],
    ['an ignore without a reason', 'check: {ignores: [{rule: stray-blank}]}\n', '"reason"'],
    [
      'an ignore until some day',
      'check: {ignores: [{rule: stray-blank, reason: x, until: soon}]}\n',
      'until is not a date',
    ],
    ['a share of two', 'check: {min-coverage: {housing: 2}}\n', 'between 0 and 1'],
    ['a pair of one', 'check: {pairs: [[a]]}\n', 'two sides'],
    ['a pair that is no list', 'check: {pairs: [a]}\n', 'a pair is not a list'],
    ['a side that is no text', 'check: {pairs: [[1, a]]}\n', 'a side is not a text'],
  ],
  MINE,
);

const locks = rows(
  'duibiao.lock',
  ['check', '--corpus', 'mine'],
  [
    ['no JSON', '{', 'not a lock file'],
    ['another schema', '{"schema": "duibiao.lock/9"}', 'it is not a duibiao.lock/1'],
    ['half a lock', '{"schema": "duibiao.lock/1"}', 'missing or malformed'],
  ],
  MINE,
);

const lexicons = [
  ...rows(
    'mine/lexicon/document-names.yaml',
    ['parse', 'b.txt', '--corpus', 'mine'],
    [
      ['a mapping', 'a: 1\n', 'a list of { pattern, id }'],
      ['an entry without an id', '- { pattern: 会议 }\n', 'wants pattern and id'],
      ['a broken pattern', "- { pattern: '会(议', id: x }\n", 'does not compile'],
    ],
    { ...MINE, 'b.txt': '一、总体要求\n坚持稳中求进。\n' },
  ),
  ...rows(
    'mine/lexicon/concepts.txt',
    ['align', 'a', 'a', '--corpus', 'mine'],
    [
      ['one column', '房\n', 'two columns'],
      ['a short expression', '住房\t房\n', 'shorter than 2 characters'],
    ],
    MINE,
  ),
  ...rows(
    'mine/lexicon/swaps.yaml',
    ['align', 'a', 'a', '--corpus', 'mine'],
    [
      ['a mapping', 'a: 1\n', 'the file is not a list'],
      ['half a swap', '- { upstream: 省 }\n', '"downstream" is missing in a swap'],
    ],
    MINE,
  ),
  ...rows(
    'mine/links.yaml',
    ['align', 'a', 'a', '--corpus', 'mine'],
    [
      ['an override of nothing', '- { reason: x }\n', 'one of pin, reject, carried, missing'],
      ['half a pin', '- pin: { upstream: a:1 }\n', '"downstream" is missing in a decision'],
      [
        'an unknown relation',
        "- pin: { upstream: 'a:1', downstream: 'a:1', relation: alike }\n",
        'no relation',
      ],
    ],
    MINE,
  ),
  ...rows(
    'mine/lexicon/commitment.yaml',
    ['commitment', 'a', 'a', '--corpus', 'mine'],
    [
      [
        'a grade without words',
        'grades: {1: {reason: x}}\nexclusions: []\nadverbs: []\nnegations: []\nnoun-tails: []\n',
        '"words" is missing in grade 1',
      ],
      [
        'a word of two grades',
        'grades: {1: {reason: x, words: [推进]}, 2: {reason: x, words: [推进]}}\nexclusions: []\nadverbs: []\nnegations: []\nnoun-tails: []\n',
        'two grades',
      ],
      ['words that stand twice', 'grades: {}\nexclusions: [推进, 推进]\n', 'missing'],
    ],
    MINE,
  ),
  ...rows(
    'mine/lexicon/set-phrases.yaml',
    ['phrases', 'a', '--corpus', 'mine'],
    [
      [
        'a seed without a text',
        'seeds: [{}]\nedges: {start: x, end: y}\n',
        '"text" is missing in a seed',
      ],
      [
        'a variant twice',
        'seeds: [{text: 房住不炒, variants: [炒房, 炒房]}]\nedges: {start: x, end: y}\n',
        'stands twice',
      ],
      [
        'a variant that is no text',
        'seeds: [{text: 房住不炒, variants: [3]}]\nedges: {start: x, end: y}\n',
        'an entry of variants',
      ],
    ],
    MINE,
  ),
  ...rows(
    'mine/lexicon/units.yaml',
    ['targets', 'a', '--corpus', 'mine'],
    [
      [
        'a unit of two groups',
        `units: {share: [成], count: [成]}\n${[
          'bounds: {}',
          ...['aspirations', 'verbs', 'increases', 'decreases', 'names', 'places'].map(
            (key) => `${key}: []`,
          ),
        ].join('\n')}\n`,
        'the unit "成" stands twice',
      ],
    ],
    MINE,
  ),
];

const golds = [
  ...rows(
    'g.json',
    ['eval', 'g.json'],
    [
      ['no JSON', '{', 'it is no JSON'],
      ['another schema', '{"schema": "gold/9"}', 'found "gold/9"'],
      ['half a gold', '{"schema": "gold.themes/1"}', 'documents: '],
      ['no object', '[3]', 'found undefined'],
    ],
  ),
  ...rows(
    'g.json',
    ['eval', 'fixtures.json', '--peer', 'g.json'],
    [['a peer of another kind', '{"units": 3}', 'duibiao schema themes']],
    {
      'fixtures.json': '{"schema": "gold.themes/1", "documents": [], "scope": [], "labels": []}',
    },
  ),
];

const models = rows(
  'duibiao.config.yaml',
  ['align', 'hubei', 'wuhan'],
  [
    ['a model that is no mapping', 'semantics: 7\n', 'is not a mapping'],
    ['a model without a name', 'semantics: {server: "http://127.0.0.1:9/v1"}\n', 'is missing'],
    [
      'a model with control characters',
      'semantics: {model: "a\\u001b[2K"}\n',
      'control characters',
    ],
    ['a server that is no address', 'semantics: {server: x, model: x}\n', 'not an address'],
    [
      'a server with a password',
      'semantics: {server: "http://me:pw@x/v1", model: x}\n',
      'more than an address',
    ],
    ['a key without a server', 'semantics: {model: x, key: $K}\n', 'belongs to a server'],
    [
      'a key in the file',
      'semantics: {server: "http://127.0.0.1:9/v1", model: x, key: sk-1}\n',
      'not the name of an environment variable',
    ],
    [
      'a key that is not set',
      'semantics: {server: "http://127.0.0.1:9/v1", model: x, key: $NO_SUCH_KEY}\n',
      'NO_SUCH_KEY',
    ],
    [
      'a server elsewhere without leave',
      'semantics: {server: "https://models.example/v1", model: x}\n',
      'DUIBIAO_ALLOW_SEMANTICS=models.example',
    ],
    ['a folder without a model', 'semantics: {model: ./none}\n', 'no ONNX model'],
  ],
);

const engines = rows(
  'mine/engine/manifest.json',
  ['align', 'a', 'a', '--corpus', 'mine'],
  [['no manifest of an engine', '{}', 'it was changed or cut short']],
  MINE,
);

export const BAD_FILES: readonly BadInput[] = [
  ...corpusFiles,
  ...heads,
  ...themes,
  themeFolder,
  ...configs,
  ...locks,
  ...lexicons,
  ...models,
  ...engines,
  ...golds,
  {
    name: 'a broken PDF',
    args: ['parse', 'x.pdf'],
    files: { 'x.pdf': '%PDF-1.4\nnothing\n' },
    says: ['x.pdf', 'not a readable PDF'],
  },
];
