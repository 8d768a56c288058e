import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLines } from './read-lines.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-lines-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function linesOf(content: string | Buffer): Promise<string[]> {
  const path = join(folder, 'text')
  writeFileSync(path, content)
  const lines: string[] = []
  for await (const line of readLines(path)) lines.push(line)
  return lines
}

describe('the lines of a file', () => {
  it('are the same whether the last one is ended or not', async () => {
    expect(await linesOf('a\nb\n')).toEqual(['a', 'b'])
    expect(await linesOf('a\nb')).toEqual(['a', 'b'])
  })

  it('are none of an empty file', async () => {
    expect(await linesOf('')).toEqual([])
  })

  it('show that a file was cut within its last letter', async () => {
    const whole = Buffer.from('a\nbö')
    expect(await linesOf(whole.subarray(0, -1))).toEqual(['a', 'b\uFFFD'])
    expect(await linesOf(whole.subarray(3, -1))).toEqual(['\uFFFD'])
  })
})
