import { COMPARE_TEXTS, type MessageLanguage } from '../../messages/index.js';

/** Everything the comparison, the outline and their legends say, in one language. */
export type CompareWords = (typeof COMPARE_TEXTS)['en'] & { readonly language: MessageLanguage };

/** The words of both languages, complete. */
export const COMPARE_WORDS: Readonly<Record<MessageLanguage, CompareWords>> = {
  en: { language: 'en', ...COMPARE_TEXTS.en },
  zh: { language: 'zh', ...COMPARE_TEXTS.zh },
};
