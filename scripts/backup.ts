/** `npm run -s backup -- --to 文件`: one file with everything but the keys, from a program that may be running. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sayDate, timeOf } from '#shared/kernel/day'
import { type Written, writeArchive } from '../cloudfunctions/keeping/archive'
import { systemClock } from '../cloudfunctions/runtime/clock'
import { runKeeping, sayBytes, sayKept } from './archive-words'

const usage = '用法：npm run -s backup -- --to 备份文件 [--data 数据目录]'

runKeeping(usage, async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' }, data: { type: 'string', default: 'data' } } })
  if (!values.to) return undefined
  return say(await writeArchive({ folder: values.data, to: values.to, now: systemClock.now() }))
})

function say(written: Written): string[] {
  const { to, bytes, madeAt, keysFile } = written
  return [
    `备份做好了：${to}（${sayBytes(bytes)}），是 ${sayDate(madeAt)} ${timeOf(madeAt)} 的数据`,
    ...sayKept(written),
    existsSync(keysFile)
      ? `钥匙不在备份里。它在 ${keysFile}，请另外存一份，不要和备份放在一起`
      : `钥匙不在备份里。它本该在 ${keysFile}，现在那里没有`,
  ]
}
