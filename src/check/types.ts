import type { Phrase } from '../messages/index.js';
import type {
  Alignment,
  Bilingual,
  CoverageShift,
  DocumentUnits,
  FindingPlace,
  ParsedFile,
  PolicyDocument,
  Severity,
  Theme,
  YardstickPart,
} from '../model/index.js';
import type { LenientHead } from './head.js';

/** What is replaced in a source text: `[start, end)` in its code units. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A finding before severities, ignores and the baseline are applied. Plain data: it goes into the cache. */
export interface RawFinding {
  readonly rule: string;
  readonly path: string;
  readonly place: FindingPlace;
  /** Prose among them is a phrase, worded with the message in either language. */
  readonly params: Readonly<Record<string, string | number | Phrase>>;
  /** What the fingerprint is made of besides rule and document: words, never line numbers. */
  readonly key: string;
  readonly document?: string;
  readonly section?: string;
  readonly fix?: Fix;
  /** Where one rule speaks in two strengths. */
  readonly severity?: Severity;
}

/** A finding that somebody may have accepted in the lock: its pair of sides, or a theme. */
export interface AboutFinding extends RawFinding {
  readonly subject?: string;
}

/** One paragraph or heading of the body: a raw line that holds something. */
export interface BodyLine {
  /** `[start, end)` in the source text, line break left out. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document as the rules see it. */
export interface DocumentInput {
  readonly path: string;
  /** The file as decoded. */
  readonly text: string;
  readonly head: LenientHead;
  readonly lines: readonly BodyLine[];
  /** Absent where the head could not be read. */
  readonly parsed?: ParsedFile;
  readonly document?: PolicyDocument;
  readonly units?: DocumentUnits;
  /** Which of its sentences are kept; absent: all. */
  readonly only?: 'figures';
  /** SHA-256 of the file named in `source.file`, where it exists. */
  readonly sourceSha256?: string;
  readonly knowledge: Knowledge;
  /** Id of the innermost section at an offset. */
  readonly sectionAt: (offset: number) => string | undefined;
  /** A finding of `rule` at `[start, end)` of `text`. */
  readonly at: (
    start: number,
    end: number,
    params?: RawFinding['params'],
    extra?: Partial<Pick<RawFinding, 'fix' | 'key' | 'severity'>>,
  ) => Found;
}

/** What the document rules know besides the document; parsed data files. */
export interface Knowledge {
  readonly regionName: (code: string) => string | undefined;
  readonly levelOfRegion: (code: string) => string;
  /** Division named in an issuer's name. */
  readonly findRegion: (
    text: string,
  ) => { readonly code: string; readonly name: string } | undefined;
  /** Likely misreadings: pattern (flag `u`) and what was meant. */
  readonly misreadings: readonly (readonly [wrong: string, right: string])[];
}

/** What a document rule gives back; path, document and rule are added by the kernel. */
export type Found = Omit<RawFinding, 'rule' | 'path' | 'document'>;

/** A word of a document with its place, for rules that compare documents. */
export interface Mention {
  readonly text: string;
  readonly place: FindingPlace;
  readonly section?: string;
}

/** One sentence in a snapshot: what it says, as a hash, and where. */
export interface UnitFact {
  readonly print: string;
  readonly text: string;
  /** Figures of the sentence as printed, in order: `figuresOf`. */
  readonly numbers: readonly string[];
  /** Characters of the whole sentence, blanks left out: its text is kept in part. */
  readonly size?: number;
  readonly place: FindingPlace;
  readonly section?: string;
}

/** What is kept of a document once its own rules have run. Plain data: it goes into the cache. */
export interface DocumentFacts {
  readonly path: string;
  readonly id?: string;
  readonly title?: string;
  readonly number?: string;
  readonly level?: string;
  readonly findings: readonly RawFinding[];
  /** Titles in 《》 and document numbers the text names, first mention of each. */
  readonly cited: readonly Mention[];
  /** Words in “”, first mention of each. */
  readonly quoted: readonly Mention[];
  readonly units: readonly UnitFact[];
  /** Of a document that is compared with nothing only sentences with a figure are kept: nothing else is asked of it. */
  readonly only?: 'figures';
  /** Rules a comment in the head switches off for this document. */
  readonly ignores: readonly InTextIgnore[];
  readonly idPlace: FindingPlace;
}

export interface InTextIgnore {
  readonly rule: string;
  readonly reason: string;
  readonly place: FindingPlace;
}

/** What a document holds of the themes. */
export interface ThemeUse {
  /** Per theme: indexes of terms and patterns that occur. */
  readonly used: Readonly<Record<string, readonly number[]>>;
  /** Per theme: sentences labelled with it (`<document>/…` ids). */
  readonly labelled: Readonly<Record<string, readonly string[]>>;
  /** Those of them that are about it (grade 2). */
  readonly about: Readonly<Record<string, readonly string[]>>;
}

/** Something a corpus is measured with: a theme, a word list, decisions on links, the engine. */
export interface YardstickFile extends Pick<YardstickPart, 'kind' | 'name' | 'path'> {
  /** Hash of what it says; order and remarks do not count. */
  readonly print: string;
  /** Absent for the engine. */
  readonly content?: string;
  /** Of the program, not of the corpus. */
  readonly shipped: boolean;
}

/** Of an earlier yardstick a lock keeps this alone. */
export type YardstickPrint = Pick<YardstickFile, 'kind' | 'name' | 'print'> &
  Partial<Pick<YardstickFile, 'path' | 'content'>>;

/** A theme file as read. */
export interface ThemeInput {
  readonly path: string;
  readonly content: string;
  readonly theme?: Theme;
  /** Of the program, not of the corpus: nothing its keeper could mend. */
  readonly shipped?: boolean;
  readonly problems: readonly {
    readonly line: number;
    readonly column: number;
    readonly problem: Phrase;
  }[];
}

/** One sentence link by what its sentences say. */
export interface LinkFact {
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  readonly relation: 'verbatim' | 'adapted' | 'paraphrased';
}

export interface PairFacts {
  readonly upstream: { readonly name: string; readonly documents: readonly string[] };
  readonly downstream: { readonly name: string; readonly documents: readonly string[] };
  readonly links: readonly LinkFact[];
  readonly coverage: readonly {
    readonly theme: string;
    readonly units: number;
    readonly covered: number;
    /** Upstream sentences of the theme; a lock does not hold them. */
    readonly members?: readonly string[];
  }[];
  readonly stale: readonly {
    readonly unit: string;
    readonly problem: NonNullable<Alignment['staleDecisions']>[number]['problem'];
  }[];
}

/** A corpus as it stands, looked at once. */
export interface CorpusState {
  readonly corpusPath: string;
  readonly documents: readonly DocumentFacts[];
  /** Faults of `corpus.yaml` itself. */
  readonly faults: readonly RawFinding[];
  readonly themes: readonly ThemeInput[];
  /** By document path. */
  readonly uses: ReadonlyMap<string, ThemeUse>;
  readonly yardstick: readonly YardstickFile[];
  readonly pairs: readonly PairFacts[];
}

export interface SnapshotUnit {
  readonly print: string;
  /** Opening words. */
  readonly text?: string;
  readonly numbers?: readonly string[];
  /** Absent in locks of earlier versions. */
  readonly size?: number;
}

/** What a state is compared with: of an earlier state only this is needed. */
export interface Snapshot {
  readonly documents: readonly {
    readonly id: string;
    readonly path: string;
    readonly units: readonly SnapshotUnit[];
    readonly only?: 'figures';
  }[];
  readonly pairs: readonly Pick<PairFacts, 'upstream' | 'downstream' | 'links' | 'coverage'>[];
  /** Absent in locks of earlier versions. */
  readonly yardstick?: readonly YardstickPrint[];
}

interface RuleBase {
  /** Kebab-case; the name in reports, configuration and docs. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly help: Bilingual;
  /** `{name}` is filled from a finding's `params`. */
  readonly message: Bilingual;
  /** It speaks of what a corpus is measured with, not of its texts. */
  readonly measured?: true;
  /** `--fix` mends it. */
  readonly fixable?: true;
  /** What it finds. */
  readonly bad: string;
  /** The same, in order. */
  readonly good: string;
}

export const RULE_GROUPS = [
  'structure',
  'text',
  'head',
  'corpus',
  'theme',
  'reference',
  'phrase',
  'link',
  'meta',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** Looks at one document alone; its examples are bodies, or whole files that begin with `---`. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  readonly run: (input: DocumentInput) => readonly Found[];
}

/** Looks at the corpus as a whole. */
export interface CorpusRule extends RuleBase {
  readonly scope: 'corpus';
  readonly run: (state: CorpusState) => readonly Omit<RawFinding, 'rule'>[];
}

/** Made elsewhere in the kernel (comparison, thresholds, configuration); the entry gives its words. */
export interface NamedRule extends RuleBase {
  readonly scope: 'comparison' | 'settings';
}

export type Rule = DocumentRule | CorpusRule | NamedRule;

export type { CoverageShift };
