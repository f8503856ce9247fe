/** Every regular expression of the program: those written as such, and those it makes of strings when it is loaded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './root.js';

export interface OwnPattern {
  /** File and line of one that is written, file of one that is made. */
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const SRC = join(ROOT, 'src');

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(?:ts|js|mjs)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .sort();
}

interface Written {
  readonly literals: readonly OwnPattern[];
  /** Places that make one while the program runs: its text depends on what is given. */
  readonly inFunctions: readonly string[];
}

export function writtenPatterns(): Written {
  const literals: OwnPattern[] = [];
  const inFunctions: string[] = [];
  for (const path of sourceFiles()) {
    const file = ts.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const where = (node: ts.Node): string =>
      `${relative(SRC, path)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node, inFunction: boolean): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const text = node.getText(file);
        const end = text.lastIndexOf('/');
        const [source, flags] = [text.slice(1, end), text.slice(end + 1)];
        literals.push({ where: where(node), source, flags });
      }
      const isMade =
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText(file) === 'RegExp';
      if (isMade && inFunction) inFunctions.push(relative(SRC, path));
      const inside = inFunction || ts.isFunctionLike(node);
      ts.forEachChild(node, (child) => visit(child, inside));
    };
    visit(file, false);
  }
  return { literals, inFunctions };
}

/** What modules make of strings while they are loaded. */
export async function madePatterns(
  load: (path: string) => Promise<unknown>,
): Promise<OwnPattern[]> {
  return patternsMadeBy(async () => {
    for (const path of sourceFiles()) {
      const text = readFileSync(path, 'utf8');
      // Modules of the workshop and of pages run when they are loaded, and make none.
      if (
        /^(?:const|export const) .*\bnew RegExp\(|^ +new RegExp\(|= new RegExp\(|pattern: new RegExp\(/m.test(
          text,
        )
      )
        // Another name: it is loaded again, though tests before this one had it.
        await load(`${path}?made`);
    }
  });
}

/** What the program makes of strings while something runs; `where` is the file that makes it. */
export async function patternsMadeBy(run: () => Promise<unknown>): Promise<OwnPattern[]> {
  const made = new Map<string, OwnPattern>();
  const Own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Own, {
    construct(target, args: [string, string?], as: new () => object) {
      const pattern = Reflect.construct(target, args, as) as RegExp;
      const [, where] = /\/src\/(\S+?\.ts)/.exec(new Error().stack ?? '') ?? [];
      const { source, flags } = pattern;
      // Packages make their own.
      if (where !== undefined) made.set(`${where} ${source}/${flags}`, { where, source, flags });
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Own;
  }
  return [...made.values()];
}
