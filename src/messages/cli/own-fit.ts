import { catalogue } from '../catalogue.js';

/** What the command line says of fits on people's own decisions. */
export const OWN_FIT_TEXTS = catalogue({
  'fit.about': {
    en: 'what your decisions teach the engine; with --own links are made by it',
    zh: '您的决定能教会引擎什么；加 --own 即据此建立对应',
  },
  'fit.papers': {
    en: 'papers in pairs, upstream first; none: those that the decisions of the corpus are about',
    zh: '成对的文件，上位在前；不写则为语料库中的决定所涉文件',
  },
  'fit.own': {
    en: 'keep it (engine-own.json beside the decisions), unless it is worse on decisions held out',
    zh: '予以保存（决定旁的 engine-own.json），除非在留出的决定上没有变好',
  },
  'doctor.ownFit': { en: 'own fit', zh: '自有拟合' },
  'doctor.ownFitFound': {
    en: '{path}: {count} decisions about {papers} {papers|pair|pairs} of papers; of those held out {before} → {after} right',
    zh: '{path}：{papers} 对文件的 {count} 条决定；留出的决定判断正确 {before} → {after}',
  },
});
