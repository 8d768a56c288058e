import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type TellId, tellIds, tellShapes } from '../../shared/wire/tells.js'
import { sensedTells } from './sensed-tells.js'
import { stillTells } from './still-tells.js'

const tells = [...stillTells, ...sensedTells]

const folder = dirname(fileURLToPath(import.meta.url))
const NOT_TELLS = ['observe', 'sensed-tells', 'start-telling', 'still-tells', 'tell']
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !NOT_TELLS.includes(name))

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

describe('the two lists of tells', () => {
  it('hold every file of the folder', async () => {
    expect(tells).toHaveLength(files.length)
    for (const name of files) {
      const module = (await import(join(folder, `${name}.ts`))) as Record<string, unknown>
      expect(tells, name).toContain(module[camelCase(name)])
    }
  })

  it('name each tell after its file', () => {
    expect(tells.map((tell) => tell.id).sort()).toEqual(files.map((name) => `tell.${name}`).sort())
  })

  it('stand one after the other in the order of the wire’s registry, each id once', () => {
    expect(tells.map((tell) => tell.id)).toEqual(tellIds)
  })

  // By that many letters the server reads evidence of a still visitor.
  it('give `collector.js` those that the wire’s registry says a still visitor’s evidence has', () => {
    expect(stillTells.map(({ id }) => id)).toEqual(tellIds.filter((id) => tellShapes[id].still))
  })

  // The server refuses evidence in which one of these was not asked for.
  it.each(tells)('observe $id before the first verdict where the wire’s registry says so', ({ id, when }) => {
    expect(when === undefined).toBe(tellShapes[id].atLoad)
  })

  // The server refuses evidence in which one of these is unsupported.
  it.each(files)('have a way to leave %s unsupported only where the wire’s registry says so', (name) => {
    const source = readFileSync(join(folder, `${name}.ts`), 'utf8')
    expect(source.includes('unsupported')).toBe(!tellShapes[`tell.${name}` as TellId].always)
  })
})
