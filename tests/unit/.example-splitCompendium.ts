import { openWorkspace, splitCompendium } from 'file:///work/main/src/index.ts';
const ws = openWorkspace(process.cwd());
const options = { folder: 'a-corpus', dryRun: true };
const { files } = await splitCompendium(ws, 'fixtures/compendium/source.txt', options);

export { files as shown };
