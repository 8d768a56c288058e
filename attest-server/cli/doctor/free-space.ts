import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Finding, good, worthKnowing } from './checkup.js'

/** Bytes: what all limits together come to, see docs/server.md. */
const ENOUGH = 5 * 1024 ** 3
const GIGABYTE = 1024 ** 3

const inGigabytes = (bytes: number): string => `${(bytes / GIGABYTE).toFixed(1)} GB`

/** @param folder also one that is still to be made. */
export async function freeSpace(folder: string): Promise<Finding> {
  if (!existsSync(folder)) return freeSpace(dirname(folder))
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const said = `${inGigabytes(free)} are free on the disk of ${folder}`
  return free >= ENOUGH ? good(said) : worthKnowing(said, `The data may grow to ${inGigabytes(ENOUGH)}: see "The disk" in docs/server.md.`)
}
