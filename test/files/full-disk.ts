/** A disk on which a gigabyte and a little is left, as the system tells it. */
import promises from 'node:fs/promises'

export const nearlyFullDisk = (leftBytes = 1_000_500_000) =>
  jest
    .spyOn(promises, 'statfs')
    .mockResolvedValue({ type: 0, bsize: 1, blocks: 1e12, bfree: leftBytes, bavail: leftBytes, files: 1, ffree: 1 })
