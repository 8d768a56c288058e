import { visitOf } from '../../kinds/visit.js'
import { tellsOf } from '../fingerprint/tells-of.js'
import { booleanIn, type Fields, fieldsIn, numberIn, present, textIn, valueIn } from './fields.js'
import { hashName } from './hash-name.js'
import { keyClass } from './key-class.js'
import type {
  PostedClick,
  PostedEnter,
  PostedEvent,
  PostedFingerprint,
  PostedHover,
  PostedKey,
  PostedLeave,
  PostedMove,
  PostedScroll,
  PostedType,
} from './posted-event.js'

/** Milliseconds since 1970 stay below this until the year 5138, and a page's own clock for ever. */
const LATEST = 1e14
const FARTHEST = 1e7
const DAY = 86_400_000
const MOST_WORDS = 1e7

const placeIn = (fields: Fields, name: string) => numberIn(fields, name, -FARTHEST, FARTHEST)

const atOf = (fields: Fields) => ({ t: numberIn(fields, 'timestamp_ms', 0, LATEST), trusted: booleanIn(fields, 'isTrusted') })

const elementOf = (fields: Fields): number | undefined => {
  const name = textIn(fields, 'element_id')
  return name === undefined ? undefined : hashName(name)
}

/** The path of a page's address or name, in at most 96 letters: all that its purpose is read from. */
const pathOf = (page: string): string =>
  page
    .slice(0, 512)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\.[a-z]{2,5}$/i, '')
    .toLowerCase()
    .slice(0, 96)

/** What a page is for, by the words of its name: the names of `visit.*` without their namespace. */
export const purposesOf = (page: string | undefined): string[] =>
  page === undefined ? [] : [...visitOf(pathOf(page), undefined).keys()].map((id) => id.slice('visit.'.length))

function clickOf(fields: Fields): PostedClick {
  const [x, y] = [placeIn(fields, 'x'), placeIn(fields, 'y')]
  const [cx, cy] = [placeIn(fields, 'elem_center_x'), placeIn(fields, 'elem_center_y')]
  const dx = x !== undefined && cx !== undefined ? x - cx : undefined
  const dy = y !== undefined && cy !== undefined ? y - cy : undefined
  return present<PostedClick>({ type: 'click', ...atOf(fields), x, y, dx, dy, element: elementOf(fields) })
}

type Parser = (fields: Fields) => PostedEvent | undefined

/**
 * How each type of LAB-10…17 is read. A field that is missing or malformed is absent (LAB-18); only an event that says nothing without it is
 * `undefined`: a move without a place.
 */
export const eventShapes: Readonly<Record<PostedType, Parser>> = {
  mousemove: (fields) => {
    const [x, y] = [placeIn(fields, 'x'), placeIn(fields, 'y')]
    return x === undefined || y === undefined ? undefined : present<PostedMove>({ type: 'mousemove', ...atOf(fields), x, y })
  },
  click: clickOf,
  keydown: (fields) =>
    present<PostedKey>({
      type: 'keydown',
      ...atOf(fields),
      key: keyClass(valueIn(fields, 'key')),
      delay: numberIn(fields, 'delay_ms', 0, DAY),
      repeat: booleanIn(fields, 'repeat'),
    }),
  scroll: (fields) =>
    present<PostedScroll>({
      type: 'scroll',
      ...atOf(fields),
      delta: placeIn(fields, 'delta_y'),
      mode: numberIn(fields, 'delta_mode', -100, 100),
      pause: numberIn(fields, 'pause_after_ms', 0, DAY),
      top: placeIn(fields, 'scroll_y'),
    }),
  hover: (fields) => present<PostedHover>({ type: 'hover', ...atOf(fields), element: elementOf(fields) }),
  fingerprint: (fields) =>
    present<PostedFingerprint>({ type: 'fingerprint', ...atOf(fields), tells: tellsOf(fieldsIn(fields, 'data') ?? {}) }),
  page_enter: (fields) =>
    present<PostedEnter>({
      type: 'page_enter',
      ...atOf(fields),
      words: numberIn(fields, 'word_count', 0, MOST_WORDS),
      purposes: purposesOf(textIn(fields, 'page')),
    }),
  page_leave: (fields) => present<PostedLeave>({ type: 'page_leave', ...atOf(fields) }),
}
