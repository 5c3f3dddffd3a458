/**
 * `gap` between things in a row or column (`display: flex`) came late: Chrome 84, Safari 14.1. Where it is unknown, they keep apart by
 * margins instead. Added to each style as it is built, so that styles are written once and look elsewhere exactly as written.
 * In rows that wrap, half of the gap between lines stands above and half below: a little more air than written.
 */

/** Each came to one family of browsers no later than `gap`: to Safari the first, to all others the second. */
const unknown = 'not ((inset-block: 0) or (ruby-position: over))'

/** A mini-program knows no selector for "whatever it is": its elements are named. What is typed into stands in fields alone. */
const elements = { h5: ['*'], weapp: ['view', 'text'] }
const inFields = { h5: [], weapp: ['label', 'input', 'textarea', 'picker'] }
const elementsIn = (selector) => [...elements[process.env.TARO_ENV], ...(selector.endsWith('field') ? inFields[process.env.TARO_ENV] : [])]

const told = ['display', 'flex-direction', 'flex-wrap', 'gap', 'row-gap', 'column-gap']

/** `.page:not(.is-big) .press-link` → `press-link`: what the rule is about. */
const subjectOf = (selector) => /\.([\w-]+)[^\s>+~]*$/.exec(selector)?.[1]

/** `press-link` is a `press`: what is not said of it is said there. */
const wider = (name) => (name.includes('-') ? name.slice(0, name.lastIndexOf('-')) : undefined)

function readOf(rule) {
  const read = {}
  rule.each((node) => {
    if (node.type !== 'decl' || !told.includes(node.prop)) return
    if (node.prop !== 'gap') read[node.prop] = node.value
    else [read['row-gap'], read['column-gap'] = read['row-gap']] = node.value.split(/\s+(?![^(]*\))/)
  })
  return read
}

const isFlex = ({ display = '' }) => display.endsWith('flex')
const hasGap = (facts) => facts['row-gap'] !== undefined || facts['column-gap'] !== undefined

/** Margins of the children, as a flex box with these facts would keep them apart. */
function marginsOf({ display = 'block', 'flex-direction': direction = 'row', 'flex-wrap': wrap = 'nowrap', ...gaps }) {
  const { 'row-gap': row = '0', 'column-gap': column = '0' } = gaps
  if (!isFlex({ display })) return { right: '0', bottom: '0', around: '0' }
  if (direction.startsWith('column')) return { right: '0', bottom: row, around: '0' }
  return { right: column, bottom: '0', around: wrap === 'wrap' && Number.parseFloat(row) !== 0 ? `calc(${row} / 2)` : '0' }
}

/** `a > view:not(:last-child)` and what is said of it. The last child keeps nothing apart; in rows that wrap every child has air. */
function apart(rule, { right, bottom, around }, isAgain) {
  const children = (end) =>
    rule.selectors.flatMap((selector) => elementsIn(selector).map((element) => `${selector}>${element}${end}`)).join(',')
  const said = (decls) => decls.filter(([, value]) => isAgain || value !== '0').map(([prop, value]) => `${prop}:${value}`)
  const last = said([['margin-right', right], ...(around === '0' ? [['margin-bottom', bottom]] : [])])
  const all = around === '0' ? [] : [`margin-top:${around}`, `margin-bottom:${around}`]
  return [
    ...(last.length === 0 ? [] : [[children(':not(:last-child)'), last.join(';')]]),
    ...(all.length === 0 ? [] : [[children(''), all.join(';')]]),
  ]
}

/** Those that say the same are said at once: there are many. */
function together(rules) {
  const bySaid = new Map()
  for (const [children, said] of rules) bySaid.set(said, [...(bySaid.get(said) ?? []), children])
  return `@supports ${unknown}{${[...bySaid].map(([said, children]) => `${children.join(',')}{${said}}`).join('')}}`
}

module.exports = () => ({
  postcssPlugin: 'flex-gap',
  OnceExit(root) {
    const known = new Map()
    const waiting = []
    /** Behind what was said so far, and before what says otherwise of it. */
    const flush = (node) => {
      if (waiting.length > 0) node.before(together(waiting.splice(0)))
    }
    const readRule = (rule) => {
      const read = readOf(rule)
      const subject = subjectOf(rule.selectors.at(-1))
      if (Object.keys(read).length === 0 || subject === undefined) return
      const before = known.get(subject) ?? (read.display === undefined ? known.get(wider(subject)) : undefined) ?? {}
      const facts = { ...before, ...read }
      if (rule.parent === root) for (const one of rule.selectors) if (/^\.[\w-]+$/.test(one)) known.set(one.slice(1), facts)
      // On paper and wide screens another file may have said it first.
      const isAgain = isFlex(before) ? hasGap(before) : rule.parent !== root && before.display === undefined
      if (!hasGap(facts) || !(isFlex(facts) || (isAgain && facts.display !== undefined))) return
      const rules = apart(rule, marginsOf(facts), isAgain)
      if (rules.length === 0) return
      if (rule.parent === root && !isAgain) waiting.push(...rules)
      else {
        if (rule.parent === root) flush(rule)
        rule.after(together(rules))
      }
    }
    for (const node of [...root.nodes]) {
      if (node.type === 'rule') readRule(node)
      else if (node.type === 'atrule' && node.nodes !== undefined && !node.name.endsWith('keyframes')) {
        flush(node)
        // Nothing is printed by a mini-program, and no phone is as wide as paper.
        if (process.env.TARO_ENV === 'h5' || !/print|min-width/.test(node.params)) node.walkRules(readRule)
      }
    }
    if (waiting.length > 0) root.append(together(waiting))
  },
})
module.exports.postcss = true
