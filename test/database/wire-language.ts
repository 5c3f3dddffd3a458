/** As much of MongoDB's language as the port speaks; anything else is an error of the stand-in's user. */
import type { Fields } from './wire-documents'

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Canonical EJSON as the SDK sends it: numbers come wrapped, and no other wrapping is expected. */
export function parseEjson(text: unknown): Fields {
  if (typeof text !== 'string') throw new Error('EJSON travels as text')
  const value = unwrapped(JSON.parse(text))
  if (isFields(value)) return value
  throw new Error(`${text} is no document`)
}

function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped)
  if (!isFields(value)) {
    if (typeof value === 'number') throw new Error('a number that is not canonical EJSON')
    return value
  }
  const number = value.$numberInt ?? value.$numberLong ?? value.$numberDouble
  if (typeof number === 'string' && Object.keys(value).length === 1) return Number(number)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unwrapped(inner)]))
}

/** MongoDB refuses such names, or would do something else with them. */
export function checkNames(value: unknown): void {
  if (Array.isArray(value)) value.forEach(checkNames)
  if (!isFields(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (name === '' || /^\$|[.\0]/.test(name)) throw new Error(`${JSON.stringify(name)} is no name for a field`)
    checkNames(inner)
  }
}

function at(document: Fields, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, name) => (isFields(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined), document)
}

function withAt(document: Fields, [name = '', ...deeper]: readonly string[], value: unknown): Fields {
  if (deeper.length === 0) return { ...document, [name]: value }
  const inner = at(document, name)
  return { ...document, [name]: withAt(isFields(inner) ? inner : {}, deeper, value) }
}

export function matches(document: Fields, query: Fields): boolean {
  return Object.entries(query).every(([path, wanted]) => {
    const found = at(document, path)
    if (!isFields(wanted)) return found === wanted
    return Object.entries(wanted).every(([operator, edge]) => meets(operator, found, edge))
  })
}

function meets(operator: string, found: unknown, edge: unknown): boolean {
  if (operator === '$exists') return (found !== undefined) === edge
  if (operator === '$ne' && edge === null) return found !== undefined && found !== null
  if (operator === '$in') return listed(edge).includes(found)
  const order = sameKind(found, edge) ? compare(found, edge) : Number.NaN
  if (operator === '$gte') return order >= 0
  if (operator === '$gt') return order > 0
  if (operator === '$lte') return order <= 0
  if (operator === '$lt') return order < 0
  throw new Error(`${operator} is not spoken here`)
}

/** Text alone: with null in it, MongoDB would find documents without the field. */
function listed(values: unknown): readonly unknown[] {
  if (Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'string')) return values
  throw new Error('$in is asked with text, and with some')
}

/** A comparison finds only values of its own kind. */
const sameKind = (one: unknown, other: unknown) => typeof one === typeof other && one !== null && other !== null

export function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return Number(one) - Number(other)
}

export function changed(document: Fields, change: Fields): Fields {
  let result = document
  for (const [operator, fields] of Object.entries(change)) {
    if (!isFields(fields) || !['$inc', '$set', '$unset'].includes(operator)) throw new Error(`${operator} is not spoken here`)
    for (const [path, value] of Object.entries(fields)) {
      if (operator === '$unset') {
        result = without(result, path.split('.'))
        continue
      }
      const before = at(document, path)
      const next = operator === '$inc' ? Number(before ?? 0) + Number(value) : value
      result = withAt(result, path.split('.'), next)
    }
  }
  return result
}

function without(fields: Fields, [name = '', ...deeper]: readonly string[]): Fields {
  const { [name]: inner, ...rest } = fields
  if (deeper.length === 0) return rest
  return isFields(inner) ? { ...fields, [name]: without(inner, deeper) } : fields
}

export function sorted(documents: readonly Fields[], order: Fields): Fields[] {
  const [first, ...more] = Object.entries(order)
  if (first === undefined || more.length > 0) throw new Error('lists have one order')
  const [path, direction] = first
  return [...documents].sort((one, other) => Number(direction) * compare(at(one, path), at(other, path)))
}
