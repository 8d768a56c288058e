import { createChooser } from './chooser.js'
import { coalesce } from './coalesce.js'
import { dictation } from './dictation.js'
import { gaze } from './gaze.js'
import { type Lateness, latenessOf } from './lateness.js'
import type { Player } from './player.js'
import { recordingsOf, sources } from './recordings.js'
import { type Beat, rhythmOf } from './rhythm.js'
import type { Landmark, ScreenReader } from './screen-reader.js'
import { slide } from './slide.js'
import { spelling } from './spelling.js'
import { fitStroke, misfit, type Stroke, strokesOf } from './strokes.js'
import type { Point, Timed, Timeline } from './timeline.js'
import { swipe, tap, touchHabitOf } from './touch.js'
import { typing } from './typing.js'
import { wheelBurst, wheelHabitOf } from './wheel.js'

/** Whose recordings a person moves, types and scrolls with: names of users in the data. */
export interface Habits {
  readonly pointer: string
  readonly keyboard: string
  readonly wheel: string
  /** Has a touch screen, and touches it like this user. */
  readonly touch?: string
  /** Scrolls with two fingers on a trackpad, in movements of the pointer's user. */
  readonly trackpad?: boolean
  /** The pointer's positions reach the browser only so often, in ms, as over a remote desktop. */
  readonly movesEvery?: number
}

/** A rectangle on the screen, in px. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** What a person can do at a desk. Everything is played at once, and resolves when it has been. */
export interface Hands {
  /** Looks on for some time near to `ms`. */
  rest(ms: number): Promise<void>
  /** Looks on until nothing on the screen moves any more: a page that a busy machine still scrolls is no page to click on, and people see that. */
  watch(): Promise<void>
  /** Moves the pointer somewhere into the box and leaves it there. */
  glide(box: Box): Promise<void>
  /** Moves the pointer somewhere into the box and clicks. */
  click(box: Box): Promise<void>
  /** Touches somewhere in the box, and lifts the finger again. @throws where the person has no touch screen */
  tap(box: Box): Promise<void>
  /** Pushes what is under the box up with a finger, by its height, so that the page flies on. @throws where there is no touch screen */
  swipeUp(box: Box): Promise<void>
  /** Pushes the page up with two fingers on a trackpad, by a distance in px. @throws where the person has none */
  slide(distance: number): Promise<void>
  /** Looks at the box by eye tracker; `click`: until the desktop clicks. */
  look(box: Box, click?: 'click'): Promise<void>
  /** Types on a keyboard on the screen, a key about every second. */
  spell(text: string): Promise<void>
  /** Says a text. It is typed by a dictation program, word by word. */
  dictate(text: string): Promise<void>
  /** Moves the focus by screen reader. @throws where the person has none */
  focus(landmark: Landmark): Promise<void>
  /** Presses something by screen reader. @throws where the person has none */
  activate(landmark: Landmark): Promise<void>
  /** Turns the wheel, in bursts with looks between. */
  scroll(notches: number, direction: 'down' | 'up'): Promise<void>
  type(text: string): Promise<void>
  /** Presses one key by its X keysym name, with others held down around it. */
  press(key: string, held?: readonly string[]): Promise<void>
  /** Of everything played so far. */
  lateness(): Lateness
}

/** A page that never stands still is used all the same, in ms. */
const LONGEST_WATCH = 6000

/** @param seed runs with the same seed choose the same strokes, points and pauses */
export function createHands(player: Player, habits: Habits, start: Point, seed: string, reader?: ScreenReader): Hands {
  const chooser = createChooser(seed)
  const strokes = new Set(strokesOf(recordingsOf(sources.pointer, habits.pointer)))
  const rhythm = rhythmOf(recordingsOf(sources.keyboard, habits.keyboard))
  const habit = wheelHabitOf(recordingsOf(sources.wheel, habits.wheel))
  let at = start
  const late: number[] = []
  const play = async (timeline: Timeline) => {
    late.push(...(await player.play(habits.movesEvery ? coalesce(timeline, habits.movesEvery) : timeline)))
  }
  const rest = (ms: number) => pause(ms * chooser.between(0.7, 1.3))
  const within = ({ x, y, width, height }: Box): Point => ({
    x: x + width * chooser.between(0.2, 0.7),
    y: y + height * chooser.between(0.3, 0.7),
  })
  const touches = habits.touch === undefined ? undefined : touchHabitOf(recordingsOf(sources.touch, habits.touch))
  const reachFor = (box: Box) => {
    const to = within(box)
    const stroke = chooser.pick(bestFits(strokes, at, to))
    strokes.delete(stroke)
    const fitted = fitStroke(stroke, at, to)
    at = { x: Math.round(to.x), y: Math.round(to.y) }
    return fitted
  }
  return {
    rest,
    watch: async () => void (await player.play([[0, 'watch', LONGEST_WATCH]])),
    glide: (box) => play(reachFor(box).approach),
    click: (box) => {
      const { approach, click } = reachFor(box)
      return play([...approach, ...click])
    },
    tap: (box) => play(tap(required(touches), within(box), chooser)),
    swipeUp: (box) => {
      const { x } = within(box)
      return play(swipe(required(touches), { x, y: box.y + box.height }, { x: x + chooser.between(-20, 20), y: box.y }, chooser))
    },
    slide: (distance) => play(slide(required(habits.trackpad && chooser.pick([...strokes])), distance)),
    look: (box, click) => {
      const looked = gaze(at, within(box), click === 'click', chooser)
      at = looked.at
      return play(looked.timeline)
    },
    spell: (text) => play(spelling(text, chooser)),
    async dictate(text) {
      for (const word of dictation(text)) {
        await play(word)
        await rest(900)
      }
    },
    focus: async (landmark) => required(reader).focus(landmark),
    activate: async (landmark) => required(reader).activate(landmark),
    async scroll(notches, direction) {
      for (let left = notches; left > 0; ) {
        const burst = wheelBurst(habit, Math.min(left, 9), direction, chooser)
        await play(burst)
        left -= burst.length / 2
        if (left > 0) await rest(700)
      }
    },
    type: (text) => play(typing(text, rhythm, chooser)),
    press: (key, held = []) => play(keyPress(key, held, chooser.pick(rhythm.beats))),
    lateness: () => latenessOf(late),
  }
}

function required<T>(aid: T | false | undefined): T {
  if (aid === undefined || aid === false) throw new Error('this person does not have what this takes')
  return aid
}

/** The five that need the least bending: the same visit never repeats one, and different runs differ. */
function bestFits(strokes: ReadonlySet<Stroke>, from: Point, to: Point): Stroke[] {
  return [...strokes].sort((a, b) => misfit(a, from, to) - misfit(b, from, to)).slice(0, 5)
}

/** Held keys go down before and come up after, a dwell apart. */
function keyPress(key: string, held: readonly string[], { dwell }: Beat): Timeline {
  const lead = held.length === 0 ? 0 : dwell
  const down = held.map((one): Timed => [0, 'key-down', one])
  const up = held.map((one): Timed => [lead + 1.6 * dwell, 'key-up', one])
  return [...down, [lead, 'key-down', key], [lead + dwell, 'key-up', key], ...up]
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
