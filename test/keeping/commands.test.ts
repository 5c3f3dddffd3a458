/** The two commands as a technician runs them: what they print, and how they end. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refusalSentences } from '../../cloudfunctions/keeping/archive-refused'
import { NewerStore } from '../../cloudfunctions/runtime/database'
import { systemSentences } from '../../scripts/archive-words'
import { removeTemporaryFolders, temporaryFolder } from '../database/embedded-side'
import { copyOf, entriesOf, keysOf, openVillage, rawArchive, snapshot, spoiled, villageFolder } from './kept-village'

jest.setTimeout(120_000)

afterEach(removeTemporaryFolders)

const root = resolve(__dirname, '../..')

async function run(command: 'backup' | 'restore', ...args: string[]) {
  const script = join(root, 'scripts', `${command}.ts`)
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: root })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  await once(child, 'close')
  return { status: child.exitCode, ...said }
}

/** One sentence of plain Chinese and nothing else. */
async function expectSentence(part: string, ...command: Parameters<typeof run>): Promise<void> {
  await expectEnding(1, part, ...command)
}

async function expectEnding(ending: number, part: string, ...command: Parameters<typeof run>): Promise<void> {
  const { status, stdout, stderr } = await run(...command)
  expect(stderr).toContain(part)
  expect({ status, stdout }).toEqual({ status: ending, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/Error|\bat /)
}

test('backup prints what is in the copy, where the keys are, and that they are not in it', async () => {
  const folder = await villageFolder()
  const to = join(temporaryFolder(), 'copy.tar.gz')
  const { status, stdout, stderr } = await run('backup', '--to', to, '--data', folder)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain(`备份做好了：${to}`)
  expect(stdout).toContain('members 40（党员）')
  expect(stdout).toContain('files 3（照片和附件')
  expect(stdout).toContain(`贴了封条。钥匙不在备份里。它在 ${join(folder, 'keys.json')}`)
})

test('restore prints what came out, that its seal holds, and that the keys lie with it', async () => {
  const folder = await villageFolder()
  const from = await copyOf(folder)
  const target = join(temporaryFolder(), 'data')
  const { status, stdout, stderr } = await run('restore', '--from', from, '--data', target, '--keys', keysOf(folder))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain(`恢复好了：${target}，是 2026年11月25日 09:00 的数据，封条对得上`)
  expect(stdout).toContain('members 40（党员）')
  expect(stdout).toContain(`钥匙也放进去了：${join(target, 'keys.json')}`)
  expect(readdirSync(target).sort()).toEqual(['files', 'keys.json', 'store.db'])
})

test('restore without keys says that the seal was not looked at, and where the keys are to be laid', async () => {
  const from = await copyOf(await villageFolder())
  const folder = join(temporaryFolder(), 'data')
  const { status, stdout, stderr } = await run('restore', '--from', from, '--data', folder, '--no-keys')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain(`恢复好了：${folder}，是 2026年11月25日 09:00 的数据`)
  expect(stdout).toContain('注意：封条没有核对')
  expect(stdout).not.toContain('封条对得上')
  expect(stdout).toContain(`放到 ${join(folder, 'keys.json')}`)
  expect(stdout).toContain('还没用的认领码就都不能用了')
  expect(readdirSync(folder).sort()).toEqual(['files', 'store.db'])
})

test('what is wrong with a seal or with the keys is one sentence; a seal has an exit code of its own', async () => {
  const folder = await villageFolder()
  const from = await copyOf(folder)
  const unsealed = spoiled(rawArchive(entriesOf(from))).from
  const others = keysOf(await villageFolder())
  const place = temporaryFolder()
  const into = ['--data', join(place, 'data')]
  await Promise.all([
    expectEnding(3, '封条和这把钥匙对不上，没有恢复', 'restore', '--from', from, ...into, '--keys', others),
    expectEnding(3, '没有封条，没有恢复', 'restore', '--from', unsealed, ...into, '--keys', keysOf(folder)),
    expectSentence('--keys 和 --no-keys 要写一个', 'restore', '--from', from, ...into),
    expectSentence('--keys 和 --no-keys 要写一个', 'restore', '--from', from, ...into, '--no-keys', '--keys', others),
    expectSentence('找不到钥匙文件', 'restore', '--from', from, ...into, '--keys', join(place, 'keys.json')),
    expectSentence('不是本程序的钥匙文件', 'restore', '--from', from, ...into, '--keys', from),
  ])
  expect(snapshot(place)).toEqual({})
})

test('backup says when it has put no seal on the copy', async () => {
  const folder = await villageFolder()
  rmSync(keysOf(folder))
  const { status, stdout } = await run('backup', '--to', join(temporaryFolder(), 'copy.tar.gz'), '--data', folder)
  expect(status).toBe(0)
  expect(stdout).toContain('没有贴封条')
  expect(stdout).toContain(keysOf(folder))
})

test('the data folder is `data` in the current folder when none is named', () => {
  const script = join(root, 'scripts/backup.ts')
  const elsewhere = temporaryFolder()
  const tsx = require.resolve('tsx')
  const { status, stderr } = spawnSync(process.execPath, ['--import', tsx, script, '--to', 'copy.tar.gz'], {
    cwd: elsewhere,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('目录 data 里没有数据')
})

test('each kind of bad input is one sentence and exit code 1', async () => {
  const whole = await copyOf(await villageFolder())
  const place = temporaryFolder()
  const bad = (name: string, bytes: Buffer) => {
    writeFileSync(join(place, name), bytes)
    return join(place, name)
  }
  const bytes = readFileSync(whole)
  const cut = bad('cut.tar.gz', bytes)
  truncateSync(cut, Math.floor(bytes.length / 2))
  const flipped = Buffer.from(bytes)
  flipped[flipped.length - 6] = (flipped[flipped.length - 6] ?? 0) ^ 1
  const newer = await copyOf(await villageFolder(999))
  const into = join(place, 'data')
  const harmed = bad('flipped.tar.gz', flipped)
  const list = bad('list.txt', Buffer.from('名单'))
  const before = snapshot(place)
  await Promise.all([
    expectSentence('不完整，后面少了一截', 'restore', '--from', cut, '--data', into, '--no-keys'),
    expectSentence('已损坏，内容对不上', 'restore', '--from', harmed, '--data', into, '--no-keys'),
    expectSentence('不是本程序做的备份', 'restore', '--from', list, '--data', into, '--no-keys'),
    expectSentence('是新版程序写的（第 999 版）', 'restore', '--from', newer, '--data', into, '--no-keys'),
    expectSentence('找不到备份文件', 'restore', '--from', join(place, 'none.tar.gz'), '--data', into, '--no-keys'),
    expectSentence('里已经有东西', 'restore', '--from', whole, '--data', place, '--no-keys'),
    expectSentence('用法：npm run -s restore', 'restore', '--data', into),
    expectSentence('看不懂写的参数。用法：', 'restore', '--form', whole),
    expectSentence('用法：npm run -s backup', 'backup', '--data', place),
    expectSentence('里没有数据', 'backup', '--to', join(place, 'new.tar.gz'), '--data', place),
  ])
  expect(snapshot(place)).toEqual(before)
})

test('the manual says what to do about every sentence the commands may say', () => {
  const manual = readFileSync(join(root, 'docs/manual/备份与恢复.md'), 'utf8')
  const sentences = [
    ...Object.values(refusalSentences).map((say) => say('…')),
    new NewerStore(2, 1).message,
    ...Object.values(systemSentences),
  ]
  expect(sentences.filter((sentence) => !manual.includes(`| ${sentence} | `))).toEqual([])
})

test('restoring into the folder of a running program is its own sentence', async () => {
  const from = await copyOf(await villageFolder())
  const folder = temporaryFolder()
  const db = openVillage(folder)
  await expectSentence('正被运行中的程序使用', 'restore', '--from', from, '--data', folder, '--no-keys')
  await db.close()
})
