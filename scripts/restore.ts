/** `npm run -s restore -- --from 文件 --data 目录 --keys 钥匙`: a data folder out of a copy, checked before it gets its name. */
import { parseArgs } from 'node:util'
import { sayDate, timeOf } from '#shared/kernel/day'
import { schemaNumber } from '../cloudfunctions/doors/house'
import { ArchiveRefused, type Restored, readArchive } from '../cloudfunctions/keeping/archive'
import { runKeeping, sayKept } from './archive-words'

const usage = '用法：npm run -s restore -- --from 备份文件 --data 空目录或新目录 --keys 另外存的keys.json（钥匙没有了写 --no-keys）'

runKeeping(usage, async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      data: { type: 'string', default: 'data' },
      keys: { type: 'string' },
      'no-keys': { type: 'boolean', default: false },
    },
  })
  const { from, data, keys, 'no-keys': isUnchecked } = values
  if (!from) return undefined
  // Not checking the seal is a choice that somebody makes, never what happens when nobody thought of it.
  if ((keys === undefined) !== isUnchecked) throw new ArchiveRefused('KEYS_UNSAID', from)
  return say(await readArchive({ from, folder: data, schema: schemaNumber, keys }))
})

function say(restored: Restored): string[] {
  const { folder, madeAt, keysFile, isSealChecked } = restored
  const checked = isSealChecked ? '封条对得上，逐个文件核对过' : '逐个文件核对过'
  return [
    `恢复好了：${folder}，是 ${sayDate(madeAt)} ${timeOf(madeAt)} 的数据，${checked}`,
    ...sayKept(restored),
    ...(isSealChecked ? [`钥匙也放进去了：${keysFile}。可以启动程序了`] : sayUnchecked(keysFile)),
  ]
}

function sayUnchecked(keysFile: string): string[] {
  return [
    '注意：封条没有核对（写了 --no-keys）。这份备份要是被人改动过，程序看不出来',
    `还差一步：备份里没有钥匙。请先把另外存的 keys.json 放到 ${keysFile}，再启动程序`,
    '不放的话，程序会另做一把新钥匙，以前发出去、还没用的认领码就都不能用了，要重新发',
  ]
}
