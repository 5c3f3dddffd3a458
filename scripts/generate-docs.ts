/** Prints docs/generated/actions.md from the contracts; with `--check` it only says whether the page is current. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonRefusals } from '#shared/kernel/contract'
import { type ActionDescription, describeActions } from './describe-actions'

const page = join(__dirname, '../docs/generated/actions.md')

function allowOf({ allow }: ActionDescription): string {
  if (allow === 'anyone') return 'anyone'
  return Object.entries(allow)
    .map(([role, reach]) => `${role}: ${reach}`)
    .join(' · ')
}

/** Who may do it for a member. */
function helpersOf({ assist }: ActionDescription): string {
  return assist.length === 0 ? '' : ` · for a member: ${assist.join(', ')}`
}

function section(description: ActionDescription): string {
  const refusals = Object.entries(description.refusals).map(([code, words]) => `| \`${code}\` | ${words} |`)
  return [
    `## ${description.action}`,
    '',
    description.summary,
    '',
    `${description.kind} · ${allowOf(description)}${helpersOf(description)}${weightOf(description)}`,
    '',
    ...(refusals.length === 0 ? [] : ['| refusal | what a person reads |', '|---|---|', ...refusals, '']),
    '```ts',
    `input  ${shapeOf(description.input)}`,
    `answer ${shapeOf(description.output)}`,
    '```',
    '',
  ].join('\n')
}

/** What it costs, where that is more than an ordinary call. */
function weightOf({ weighs }: ActionDescription): string {
  return weighs === 1 ? '' : ` · weighs ${weighs}`
}

/** JSON Schema in one readable line. */
function shapeOf(schema: unknown): string {
  if (!isRecord(schema)) return 'unknown'
  const { type, properties, items, enum: values, anyOf, oneOf, const: only } = schema
  if (only !== undefined) return JSON.stringify(only)
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ')
  const choices = anyOf ?? oneOf
  if (Array.isArray(choices)) return choices.map(shapeOf).join(' | ')
  if (type === 'array') return `[${shapeOf(items)}, …]`
  if (!isRecord(properties)) return typeof type === 'string' ? type : 'unknown'
  const required = Array.isArray(schema.required) ? schema.required : []
  const fields = Object.entries(properties).map(([name, value]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(value)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function render(): string {
  const common = Object.entries(commonRefusals).map(([code, words]) => `| \`${code}\` | ${words} |`)
  return [
    '# Actions',
    '',
    'Printed from the contracts by `npm run docs`; never edited. `demo.*` is served only where a demonstration is laid.',
    '',
    '## Refusals any action may answer',
    '',
    '| refusal | what a person reads |',
    '|---|---|',
    ...common,
    '',
    ...describeActions().map(section),
  ].join('\n')
}

const rendered = render()
if (!process.argv.includes('--check')) {
  writeFileSync(page, rendered)
} else if (rendered !== readFileSync(page, 'utf8')) {
  process.stderr.write('docs/generated/actions.md is stale: run `npm run docs` and commit it\n')
  process.exit(1)
}
