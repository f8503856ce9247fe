import { makeReport, openWorkspace, reportRenderer } from 'file:///work/wt/review18/src/index.ts';
const ws = openWorkspace(process.cwd());
const report = await makeReport(ws, ['hubei', 'wuhan']);
const html = reportRenderer('html')?.render(report, { language: 'zh', epoch: 315_532_800 });

export { html as shown };
