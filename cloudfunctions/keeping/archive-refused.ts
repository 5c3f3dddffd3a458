/** Why a copy was not made or not unpacked: expected, said plainly to the person at the machine, with what to do. */

export const refusalSentences = {
  // making a copy
  NO_STORE: (folder: string) => `目录 ${folder} 里没有数据（没有 store.db）。请用 --data 写明数据在哪个目录`,
  STORE_DAMAGED: (folder: string) => `目录 ${folder} 里的数据已损坏，没有做备份。请停掉程序，留好以前的备份，找维护人员`,
  ALREADY_THERE: (to: string) => `${to} 已经有了，不会盖掉它。请换一个文件名`,
  NO_PLACE: (folder: string) => `没有目录 ${folder}，备份放不进去。请看看 U 盘插好没有、名字写对没有`,
  INSIDE_FILES: (to: string) => `备份不能放在数据目录的 files 里面（${to}）。请放到别处`,
  STRANGE_FILE: (file: string) => `数据目录的 files 里有程序不认得的东西（${file}），没有做备份。请把它移出去再做`,
  CHANGING: (file: string) => `备份的时候 ${file} 正在变动，没有做成。请过一会儿再做一次`,
  // unpacking one
  IN_USE: (folder: string) => `目录 ${folder} 正被运行中的程序使用，不能恢复到这里。请先停掉程序，再换一个空目录`,
  NOT_EMPTY: (folder: string) => `目录 ${folder} 里已经有东西，只能恢复到空目录或新目录。请换一个目录名`,
  NOT_A_FOLDER: (folder: string) => `${folder} 是一个文件，不是目录。请换一个目录名`,
  NO_FILE: (from: string) => `找不到备份文件 ${from}。请看看 U 盘插好没有、名字写对没有`,
  NOT_A_BACKUP: (from: string) => `${from} 不是本程序做的备份。请看看是不是拿错了文件`,
  CUT_SHORT: (from: string) => `备份文件 ${from} 不完整，后面少了一截，多半是没有拷完。请重新拷一次，或者用另一天的备份`,
  DAMAGED: (from: string) => `备份文件 ${from} 已损坏，内容对不上。请重新拷一次，或者用另一天的备份`,
  TAMPERED: (from: string) => `备份文件 ${from} 里有不该有的东西，可能被人改动过。不要用它，请用另一天的备份`,
  NEWER_FORMAT: (from: string) => `备份文件 ${from} 是新版程序做的，本程序不认得。请换新版程序再恢复`,
  // its seal, and the keys kept apart from it
  KEYS_UNSAID: () =>
    '--keys 和 --no-keys 要写一个，也只写一个：--keys 后面写另外存的 keys.json 在哪里；钥匙没有了才写 --no-keys，封条就不核对',
  NO_KEYS: (file: string) => `找不到钥匙文件 ${file}。请看看 U 盘插好没有、名字写对没有`,
  NOT_KEYS: (file: string) => `${file} 不是本程序的钥匙文件，或者已损坏。请用另外存的 keys.json`,
  OLDER_KEYS: (file: string) => `钥匙文件 ${file} 是旧版程序的，里面没有核对封条的钥匙。请用换新版以后另存的那一份`,
  UNSEALED: (from: string) =>
    `备份文件 ${from} 没有封条，没有恢复。只有旧版程序做的、没有钥匙时做的才没有封条：确实是的，把 --keys 换成 --no-keys；不是的，不要用它`,
  SEAL_WRONG: (from: string) =>
    `备份文件 ${from} 的封条和这把钥匙对不上，没有恢复：不是拿错了钥匙，就是备份被人改动过。钥匙没拿错，就不要用它`,
}

export type ArchiveRefusal = keyof typeof refusalSentences

export class ArchiveRefused extends Error {
  constructor(
    readonly code: ArchiveRefusal,
    /** the file or folder the sentence speaks of */
    place: string,
  ) {
    super(refusalSentences[code](place))
  }
}

/** The copy is whole, but nobody can say that it is what was recorded: told from every other refusal, also by how the command ends. */
export class SealRefused extends ArchiveRefused {}

/** The system's or zlib's name for a failure. Asked without `instanceof`: such errors come from outside of a test's realm. */
export function failureCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
