/**
 * A disk that really is full. Where this account may mount, a small one of memory; elsewhere the system's bound on the size of a file, which
 * refuses the same writes by another name.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly kind: 'small disk' | 'bound on files'
  /** the code of what is refused there */
  readonly refusal: 'DISK_FULL' | 'READ_ONLY'
  readonly folder: string
  /** nothing more goes in, for this program */
  fill(pid: number): void
  giveBack(pid: number): void
  /** absent where it cannot be played */
  readonly setReadOnly?: (isReadOnly: boolean) => void
  end(): void
}

const megabytes = 64

export function smallDisk(): SmallDisk {
  const place = mkdtempSync(join(tmpdir(), 'disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place])
  return mounted.status === 0 ? mountedDisk(place) : boundedFiles(place)
}

function mountedDisk(place: string): SmallDisk {
  const filler = join(place, 'filler')
  return {
    kind: 'small disk',
    refusal: 'DISK_FULL',
    folder: join(place, 'data'),
    fill() {
      const fd = openSync(filler, 'a')
      try {
        for (const size of [1 << 20, 4096]) fillWith(fd, Buffer.alloc(size, 1))
      } finally {
        closeSync(fd)
      }
    },
    giveBack: () => rmSync(filler),
    setReadOnly: (isReadOnly) => void execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, place]),
    end() {
      // Lazily: a program that was just killed may not have let go of it yet.
      execFileSync('umount', ['-l', place])
      rmSync(place, { recursive: true })
    },
  }
}

function fillWith(fd: number, bytes: Buffer): void {
  try {
    while (writeSync(fd, bytes) > 0);
  } catch {
    // Full for pieces of this size.
  }
}

function boundedFiles(place: string): SmallDisk {
  const bound = (pid: number, bytes: string) => void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
  return {
    kind: 'bound on files',
    refusal: 'READ_ONLY',
    folder: join(place, 'data'),
    fill: (pid) => bound(pid, '4096'),
    giveBack: (pid) => bound(pid, 'unlimited'),
    end: () => rmSync(place, { recursive: true }),
  }
}
