/** The thread beside the program that writes tables, one after another (`table-thread.ts`). */
import { parentPort } from 'node:worker_threads'
import { writeTable } from './table'

parentPort?.on('message', async (sheets: string) => {
  try {
    const file = await writeTable(JSON.parse(sheets))
    parentPort?.postMessage({ base64: file.toString('base64') })
  } catch (thrown) {
    parentPort?.postMessage({ failure: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) })
  }
})
