/** `npm run -s backup -- --to 文件`: one file with everything but the keys, from a program that may be running. */
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
  const { to, bytes, madeAt, keysFile, isSealed } = written
  return [
    `备份做好了：${to}（${sayBytes(bytes)}），是 ${sayDate(madeAt)} ${timeOf(madeAt)} 的数据`,
    ...sayKept(written),
    isSealed
      ? `贴了封条。钥匙不在备份里。它在 ${keysFile}，请另外存一份，不要和备份放在一起，恢复时用它核对封条`
      : `没有贴封条：钥匙不在备份里，它本该在 ${keysFile}，现在那里没有，或者读不出来。这份备份被人改动了看不出来`,
  ]
}
