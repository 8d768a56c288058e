import { describe, expect, it } from 'vitest'
import { features } from '../../../../shared/features/index.js'
import { failed, type Observation, type ObservationId, seen, unsupported } from '../../../../shared/observation.js'
import { tellIds, tellShapes } from '../../../../shared/wire/tells.js'
import { publicFacts as facts } from '../../../facts/public-facts.js'
import { parse } from '../language/parse.js'
import { blank, knownFields } from '../testing/known-fields.js'
import { documentedFields } from './documented-fields.js'
import { makeFields } from './field.js'
import { nearestName } from './nearest-name.js'
import { observationFields } from './observation-fields.js'
import { readFields } from './read-fields.js'

const observed = observationFields({ tells: tellShapes, features, others: facts })
const all = [...documentedFields, ...observed]

describe('the fields of rules', () => {
  it('are all that the contract documents', () => {
    const documented = `score band verified_bot verified_bot_category js_detection.passed static_resource detection_ids path ip country ua
      behavioral.mouse_entropy behavioral.scroll_velocity behavioral.visibility_changes behavioral.first_input_delay_ms`
    expect(documentedFields.map(({ name }) => name)).toEqual(documented.split(/\s+/))
  })

  it('are one for every tell, feature and fact, and none twice', () => {
    const ids = [...tellIds, ...features.map(({ id }) => id), ...facts.map(({ id }) => id)]
    expect(observed.map(({ name }) => name)).toEqual(ids)
    expect(makeFields(all).size).toBe(all.length)
  })

  it.each(all)('$name can be written in a rule, and says what it is', ({ name, description }) => {
    const rule = parse(name)
    expect(rule.ok && rule.value).toMatchObject({ kind: 'flag', field: { name } })
    expect(description).toMatch(/\S \S.*\.$/)
  })

  it('have the types of what they are made of, and what is said of them', () => {
    const words = new Map([['input.press-dwell', 'How long a press lasts.']])
    const described = makeFields(
      observationFields({ tells: tellShapes, features, others: [...facts, { id: 'net.country', type: 'string' }] }, words.get.bind(words)),
    )
    expect(described.get('tell.webdriver')).toMatchObject({ type: 'boolean', nullable: true })
    expect(described.get('tell.hardened')?.description).toBe('Automation tell "hardened": a class from 0 to 2.')
    expect(described.get('input.press-dwell')).toMatchObject({ type: 'number', description: 'How long a press lasts.' })
    expect(described.get('net.country')?.type).toBe('string')
  })
})

describe('what a rule reads of a session', () => {
  const world = (entries: readonly [ObservationId, Observation][]) => readFields(knownFields, { ...blank, score: 7 }, new Map(entries))

  it('is what is documented, and every observation with a value', () => {
    const read = world([['input.press-dwell', seen(80)]])
    expect([read('score'), read('input.press-dwell'), read('path')]).toEqual([7, 80, null])
  })

  it('is unknown where an observation is missing, unsupported or failed, and where there is no field', () => {
    const read = world([
      ['tell.webdriver', unsupported],
      ['tell.headless', failed('threw')],
      ['net.unheard' as ObservationId, seen(1)],
    ])
    expect(['tell.webdriver', 'tell.headless', 'tell.engine', 'net.unheard', '__proto__'].map(read)).toEqual([null, null, null, null, null])
  })

  it('has the type of its field, whatever is observed', () => {
    const read = world([
      ['tell.webdriver', seen(1)],
      ['tell.headless', seen('yes')],
      ['tell.container', seen(true)],
      ['input.press-dwell', seen(Number.NaN)],
      ['input.key-dwell', seen('90')],
    ])
    expect(['tell.webdriver', 'tell.headless', 'tell.container', 'input.press-dwell', 'input.key-dwell'].map(read)).toEqual([
      ...[true, null, 1, null, null],
    ])
  })

  it('cannot be replaced by an observation of the same name', () => {
    expect(world([['score' as ObservationId, seen(99)]])('score')).toBe(7)
  })
})

describe('the name that was meant', () => {
  it.each([
    ['scorre', 'score'],
    ['cuontry', 'country'],
    ['PATH', 'path'],
    ['uq', 'ua'],
    ['mouse_entropy', 'behavioral.mouse_entropy'],
    ['input.press_dwell', 'input.press-dwell'],
    ['zzzzzz', undefined],
    ['', undefined],
    ['score'.repeat(20), undefined],
  ])('by %j is %j', (written, meant) => {
    expect(nearestName(written, [...knownFields.keys()])).toBe(meant)
  })

  it('is the first of two that are as near', () => {
    expect(nearestName('ab', ['aa', 'ac'])).toBe('aa')
  })
})
