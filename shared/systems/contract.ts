import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { dayShape, lineShape } from '#shared/kernel/shapes'
import { systems as names } from './ids'

const turned = z.strictObject({ isOn: z.boolean(), since: dayShape, document: z.string() })

export const systems = {
  list: action({
    summary: '县里看开通了哪些系统',
    kind: 'query',
    allow: { countyAdmin: 'unit' },
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          system: z.enum(names),
          /** today */
          isOn: z.boolean(),
          /** the last decision, which may begin later; absent while nothing was decided */
          last: turned.exactOptional(),
        }),
      ),
    }),
    refusals: {},
  }),
  turn: action({
    summary: '县里开通或停用一个系统，写明日子和文号',
    kind: 'command',
    remember: 'answer',
    allow: { countyAdmin: 'unit' },
    input: z.strictObject({ system: z.enum(names), isOn: z.boolean(), since: dayShape, document: lineShape(60) }),
    output: turned,
    refusals: {
      NO_SUCH_DAY: '没有这一天，请重新选日子',
      BEFORE_LAST: '上一次是从{day}起算的，这一次不能更早',
      TOO_FAR: '日子太远了，请写一年以内的',
    },
  }),
}
