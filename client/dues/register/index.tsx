/** 党费收缴登记册: a year of everybody on paper that lies on its side; on a phone it is one list to read. */
import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { SaveTable } from '../../ui/SaveTable'
import { useIsInspector } from '../parts/use-is-inspector'
import { useIsOfficer } from '../parts/use-is-officer'
import { useThisYear } from '../parts/use-this-year'
import { Inspection } from './parts/Inspection'
import { Register, type RegisterRow } from './parts/Register'

export default function RegisterPage() {
  const thisYear = useThisYear()
  const { year = thisYear } = useParams('duesRegister')
  const isOfficer = useIsOfficer()
  const isInspector = useIsInspector()
  return isInspector && !isOfficer ? <Inspection key={year} year={year} /> : <Whole key={year} year={year} />
}

function Whole({ year }: { readonly year: string }) {
  const register = useQuery(`dues.getRegister ${year}`, () =>
    readAll<RegisterRow, never>((page) => api.dues.getRegister({ year, ...page })),
  )
  return (
    <Page width="desk" foot={register.state === 'ready' && register.data.length > 0 && <PrintFoot />}>
      <Answered query={register} lines={8}>
        {(rows) => (
          <>
            <Register year={year} rows={rows} />
            {rows.length > 0 && (
              <View className="no-print">
                <SaveTable send={api.dues.exportRegister} input={{ year }} />
              </View>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}
