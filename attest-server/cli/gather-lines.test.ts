import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { gatherLines } from './gather-lines.js'

it('writes the lines of one turn together, in their order', async () => {
  const written: string[] = []
  const { write } = gatherLines((lines) => written.push(lines))
  for (const line of ['a', 'b', 'c']) write(line)
  expect(written).toEqual([])
  await setImmediate()
  write('d')
  await setImmediate()
  expect(written).toEqual(['a\nb\nc', 'd'])
})

it('loses none where the process ends before the turn does', async () => {
  const written: string[] = []
  const { write, flush } = gatherLines((lines) => written.push(lines))
  write('a')
  flush()
  flush()
  await setImmediate()
  expect(written).toEqual(['a'])
  const others = gatherLines((lines) => written.push(lines))
  others.write('b')
  process.listeners('exit').at(-1)?.(0)
  expect(written).toEqual(['a', 'b'])
})
