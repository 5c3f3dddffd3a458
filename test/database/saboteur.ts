import { type Connection, type OpenFile, openLibsql, type Statement } from '../../cloudfunctions/runtime/embedded-connection'

/** Stands between the store and its file: counts, and fails when told to. */
export interface Saboteur {
  readonly openFile: OpenFile
  readonly executed: string[]
  /** the next statement whose SQL begins so fails once, after `first` was done to the connection */
  failOnce(start: string, error: Error, first?: (connection: Connection) => void): void
}

export function saboteur(): Saboteur {
  const executed: string[] = []
  let trap: { start: string; error: Error; first: (connection: Connection) => void } | undefined
  const pass = (connection: Connection, sql: string) => {
    if (!trap || !sql.startsWith(trap.start)) return
    const { error, first } = trap
    trap = undefined
    first(connection)
    throw error
  }
  const wrapStatement = (connection: Connection, sql: string, statement: Statement): Statement => ({
    run: (...values) => {
      pass(connection, sql)
      return statement.run(...values)
    },
    get: (...values) => statement.get(...values),
    all: (...values) => statement.all(...values),
  })
  const openFile: OpenFile = (file) => {
    const connection = openLibsql(file)
    return {
      exec: (sql) => {
        executed.push(sql)
        pass(connection, sql)
        return connection.exec(sql)
      },
      prepare: (sql) => wrapStatement(connection, sql, connection.prepare(sql)),
      close: () => connection.close(),
    }
  }
  const failOnce: Saboteur['failOnce'] = (start, error, first = () => undefined) => {
    trap = { start, error, first }
  }
  return { openFile, executed, failOnce }
}
