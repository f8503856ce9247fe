import ts from 'typescript';

const SWAPS = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
]);

/**
 * Every small change of a source text that a test should notice.
 *
 * Out: ranges of the text and what stands there instead, in order. Types and imports are left alone.
 */
export function mutantsOf(text) {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (kind, node, replacement) =>
    found.push({ kind, start: node.getStart(source), end: node.getEnd(), text: replacement });
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return;
    mutate(node, add, source);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function mutate(node, add, source) {
  if (ts.isBinaryExpression(node)) {
    const swap = SWAPS.get(node.operatorToken.kind);
    if (swap !== undefined) add('operator', node.operatorToken, swap);
  }
  const condition = conditionOf(node);
  if (condition !== undefined) add('negate', condition, `!(${condition.getText(source)})`);
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text);
    const step = Number.isInteger(value) ? 1 : 0.5;
    add('constant', node, String(value + step));
    if (value >= step) add('constant', node, String(value - step));
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) add('constant', node, 'false');
  if (node.kind === ts.SyntaxKind.FalseKeyword) add('constant', node, 'true');
  if (ts.isExpressionStatement(node)) add('delete', node, ';');
}

function conditionOf(node) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) ? node.condition : undefined;
}
