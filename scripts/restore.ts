/** `npm run -s restore -- --from 文件 --data 目录`: a data folder out of a copy, checked before it gets its name. */
import { parseArgs } from 'node:util'
import { sayDate, timeOf } from '#shared/kernel/day'
import { schemaNumber } from '../cloudfunctions/doors/house'
import { type Restored, readArchive } from '../cloudfunctions/keeping/archive'
import { runKeeping, sayKept } from './archive-words'

const usage = '用法：npm run -s restore -- --from 备份文件 --data 空目录或新目录'

runKeeping(usage, async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, data: { type: 'string', default: 'data' } } })
  if (!values.from) return undefined
  return say(await readArchive({ from: values.from, folder: values.data, schema: schemaNumber }))
})

function say(restored: Restored): string[] {
  const { folder, madeAt, keysFile } = restored
  return [
    `恢复好了：${folder}，是 ${sayDate(madeAt)} ${timeOf(madeAt)} 的数据，逐个文件核对过`,
    ...sayKept(restored),
    `还差一步：备份里没有钥匙。请先把另外存的 keys.json 放到 ${keysFile}，再启动程序`,
    '不放的话，程序会另做一把新钥匙，以前发出去、还没用的认领码就都不能用了，要重新发',
  ]
}
