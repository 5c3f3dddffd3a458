/** How the keeping commands speak: counts, sizes, and why something was not done. */
import { ArchiveRefused, type Kept, SealRefused } from '../cloudfunctions/keeping/archive'
import { failureCode } from '../cloudfunctions/keeping/archive-refused'
import { NewerStore } from '../cloudfunctions/runtime/database'

const words: Readonly<Record<string, string>> = {
  actors: '手机和浏览器',
  attendances: '签到',
  audits: '操作记录',
  cast: '示范村人物',
  claims: '认领码',
  grants: '职务',
  members: '党员',
  persons: '人员',
  themeDays: '主题党日',
  tries: '输错码的次数',
  units: '组织',
}

/** `  persons 60（人员）` */
export function sayKept({ counts, files, filesBytes }: Kept): string[] {
  const rows = Object.entries(counts).map(([name, count]) => `  ${name} ${count}${Object.hasOwn(words, name) ? `（${words[name]}）` : ''}`)
  return ['里面有：', ...rows, `  files ${files}（照片和附件，${sayBytes(filesBytes)}）`]
}

const kilo = 1024

export function sayBytes(bytes: number): string {
  if (bytes < kilo) return `${bytes} B`
  if (bytes < kilo ** 2) return `${(bytes / kilo).toFixed(1)} KB`
  return bytes < kilo ** 3 ? `${(bytes / kilo ** 2).toFixed(1)} MB` : `${(bytes / kilo ** 3).toFixed(1)} GB`
}

const isFull = '磁盘满了，没有做成。请腾出地方，或者换一个磁盘'
const isClosed = '没有权限读写这个地方，没有做成。请用平时启动程序的那个账号来做'

/** What the system refuses, for people who have never read an error code. */
export const systemSentences: Readonly<Record<string, string>> = {
  ENOSPC: isFull,
  SQLITE_FULL: isFull,
  EACCES: isClosed,
  EPERM: isClosed,
  SQLITE_CANTOPEN: isClosed,
  SQLITE_READONLY: isClosed,
  EROFS: '这个磁盘只能读、不能写，没有做成。请看看 U 盘的写保护开关，或者换一个磁盘',
  SQLITE_BUSY: '数据正忙，没有做成。请过一分钟再做一次',
}

function sayFailure(error: unknown, usage: string): string {
  if (error instanceof ArchiveRefused || error instanceof NewerStore) return error.message
  const code = failureCode(error)
  if (code.startsWith('ERR_PARSE_ARGS')) return `看不懂写的参数。${usage}`
  return (
    systemSentences[code] ?? `没有做成，原来的数据没有动。把这一行发给维护人员：${error instanceof Error ? error.message : String(error)}`
  )
}

/** Nothing is wrong with the command or the disk, but with the copy or the keys. */
const sealStatus = 3

/** Prints the lines, or one sentence on stderr and ends with 1, or 3 for a seal. `undefined` says that the command was not understood. */
export function runKeeping(usage: string, work: () => Promise<string[] | undefined>): void {
  const fail = (sentence: string, status = 1) => {
    process.stderr.write(`${sentence}\n`)
    process.exitCode = status
  }
  work().then(
    (lines) => (lines === undefined ? fail(usage) : process.stdout.write(`${lines.join('\n')}\n`)),
    (error: unknown) => fail(sayFailure(error, usage), error instanceof SealRefused ? sealStatus : 1),
  )
}
