/**
 * Tells every place where money could lose its fen: divisions, and what makes fractions or rounds them. Read by the compiler and not
 * by a pattern, because a slash is also the end of a tag, a comment and a path. The compiler’s API is a module, which Jest cannot
 * load: it is asked in a process of its own. Prints `file: what` for each, as JSON; `file` as it was given.
 */
import { join } from 'node:path'
import { type Node, SyntaxKind } from 'typescript/unstable/ast'
import { isBinaryExpression, isIdentifier, isPropertyAccessExpression } from 'typescript/unstable/ast/is'
import { API } from 'typescript/unstable/sync'

const divisions: readonly SyntaxKind[] = [SyntaxKind.SlashToken, SyntaxKind.SlashEqualsToken]
const fractions = ['parseFloat', 'toFixed', 'toPrecision']
const roundings = ['round', 'floor', 'ceil', 'trunc', 'fround']

function whatIn(node: Node): readonly string[] {
  const below: string[] = []
  node.forEachChild((child) => {
    below.push(...whatIn(child))
  })
  const what = whatOf(node)
  return what === undefined ? below : [what, ...below]
}

function whatOf(node: Node): string | undefined {
  if (isBinaryExpression(node) && divisions.includes(node.operatorToken.kind)) return 'division'
  if (isIdentifier(node) && fractions.includes(node.text)) return node.text
  if (!isPropertyAccessExpression(node) || !isIdentifier(node.expression)) return undefined
  return node.expression.text === 'Math' && roundings.includes(node.name.text) ? `Math.${node.name.text}` : undefined
}

const root = join(__dirname, '../..')
const sides = ['shared', 'cloudfunctions', 'client'].map((side) => join(root, side, 'tsconfig.json'))
const api = new API({ cwd: root })
const projects = api.updateSnapshot({ openProjects: sides }).getProjects()
const found = process.argv.slice(2).flatMap((file) => {
  const source = projects.map(({ program }) => program.getSourceFile(join(root, file))).find((one) => one !== undefined)
  if (source === undefined) throw new Error(`${file} belongs to no side`)
  return whatIn(source).map((what) => `${file}: ${what}`)
})
api.close()
process.stdout.write(JSON.stringify(found))
