/** A sentence of a gold document: joined and cleaned, in document order. */
export interface GoldSentence {
  readonly id: string;
  readonly section: string;
  readonly text: string;
}

export interface GoldSide {
  readonly id: string;
  readonly sentences: readonly GoldSentence[];
}

/** Annotated links between two documents (`gold.alignment/1`). */
export interface AlignmentGold {
  readonly schema: 'gold.alignment/1';
  /** How many annotators must agree for a link to be sure; 2 where the file does not say. */
  readonly annotators: number;
  readonly upstream: GoldSide;
  readonly downstream: GoldSide;
  /** Downstream sections that were annotated. */
  readonly scope: readonly string[];
  readonly sections: readonly {
    readonly downstream: string;
    readonly upstream: string;
    readonly grades: readonly number[];
  }[];
  readonly sentences: readonly {
    readonly downstream: string;
    readonly upstream: string;
    readonly relations: readonly string[];
  }[];
}

/** Annotated themes (`gold.themes/1`). */
export interface ThemesGold {
  readonly schema: 'gold.themes/1';
  readonly documents: readonly GoldSide[];
  readonly scope: readonly string[];
  readonly labels: readonly {
    readonly sentence: string;
    readonly theme: string;
    readonly grades: readonly number[];
  }[];
}

/** 2 carried, 1 partly, 0 missing, - nothing to carry. */
export type ClauseGrade = '2' | '1' | '0' | '-';

/** What part of each upstream sentence is carried (`gold.clauses/1`). */
export interface ClausesGold {
  readonly schema: 'gold.clauses/1';
  readonly upstream: { readonly id: string };
  readonly downstream: GoldTexts;
  /** In document order. */
  readonly clauses: readonly {
    readonly id: string;
    readonly text: string;
    /** One an annotator. */
    readonly grades: readonly ClauseGrade[];
  }[];
}

/** Sentences without their sections. */
export interface GoldTexts {
  readonly id: string;
  readonly sentences: readonly Pick<GoldSentence, 'id' | 'text'>[];
}

export type Gold = AlignmentGold | ThemesGold | ClausesGold;
