/** A function as it is uploaded: a folder of its own with nothing installed around it, and the large table beside it until it is needed. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

describe.each(['api', 'jobs'])('the folder of %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'alone-'))
  beforeAll(() => cpSync(join(__dirname, '../../dist/cloudfunctions', name), folder, { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (script: string) => execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8', timeout: 30_000 }).trim()

  it('starts by itself, without what lies beside it', () => {
    const loaded =
      'Object.keys(require.cache).filter((file) => /(pinyin|table|tickets|xml|sdk-models|sdk-ai|sdk-app).js$/.test(file)).length'
    expect(run(`const { main } = require('./index.js'); console.log(typeof main, ${loaded})`)).toBe('function 0')
    expect(readFileSync(join(folder, 'index.js'), 'utf8')).toContain('require("./pinyin")')
  })

  it('finds the SDK’s own libraries beside it, with what the SDK asks of them', () => {
    const code = readFileSync(join(folder, 'index.js'), 'utf8')
    for (const file of ['tickets', 'xml', 'sdk-models', 'sdk-ai', 'sdk-app']) expect(code).toContain(`require("./${file}")`)
    expect(run("console.log(typeof require('./tickets').sign)")).toBe('function')
    const asked = "typeof require('./sdk-models').default.generateHTTPClient, typeof require('./sdk-ai').AI, require('./sdk-app').LANGS.ZH"
    expect(run(`console.log(${asked})`)).toBe('function function zh-CN')
    expect(run("require('./xml').parseString('<a><b>1</b></a>', (_, read) => console.log(JSON.stringify(read)))")).toBe('{"a":{"b":["1"]}}')
  })

  it('finds the table of first letters beside it', () => {
    expect(run("console.log(require('./pinyin').initialsOf('单玉兰'))")).toBe('syl')
  })

  it('finds the writer of Excel files beside it', () => {
    expect(readFileSync(join(folder, 'index.js'), 'utf8')).toContain('require("./table")')
    expect(
      run(
        "require('./table').writeTable([{ name: 'a', columnWidths: [], rows: [] }]).then((file) => console.log(file.toString('latin1', 0, 2)))",
      ),
    ).toBe('PK')
  })
})
