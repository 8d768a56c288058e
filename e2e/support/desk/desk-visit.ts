import type { Chooser } from '../../hands/chooser.js'
import type { Box } from '../../hands/hands.js'
import type { Player } from '../../hands/player.js'
import type { Layout } from '../../hands/rehearsal.js'
import type { Point } from '../../hands/timeline.js'
import { signUp } from '../driver.js'
import type { Gait } from '../gaits/gait.js'
import { pause } from '../robots/robot.js'

/** What a program at a desk works with: something that plays timelines, and where things are once the page is scrolled to its form. */
export interface Desk {
  readonly player: Player
  readonly layout: Pick<Layout, 'article' | 'email' | 'notches' | 'password' | 'submit'>
  /** Where the pointer is. */
  readonly start: Point
}

/**
 * The scenario of all bots with pointer and keys alone, by positions and not by elements: looks about and reads on for a while, fills in
 * and sends. More than 20 s, so that there is something to judge.
 */
export async function signUpAtDesk({ player, layout, start }: Desk, gait: Gait, chooser: Chooser): Promise<void> {
  let at = start
  const moveTo = async ({ x, y, width, height }: Box, spread: number) => {
    const within = (from: number, length: number) => Math.round(from + length * (0.5 + spread * chooser.between(-0.5, 0.5)))
    const to = { x: within(x, width), y: within(y, height) }
    await player.play(gait.move(at, to))
    at = to
  }
  const lookAbout = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await moveTo(layout.article, 1)
      await pause(chooser.between(700, 1800))
    }
  }
  const enter = async (field: Box, text: string) => {
    await moveTo(field, 0.6)
    await pause(chooser.between(100, 300))
    await player.play(gait.click())
    await pause(chooser.between(500, 1100))
    await player.play(gait.type(text))
    await pause(chooser.between(700, 1500))
  }
  await lookAbout(4)
  await player.play(gait.scroll(layout.notches))
  await pause(chooser.between(900, 1500))
  await lookAbout(3)
  await enter(layout.email, signUp.email)
  await enter(layout.password, signUp.password)
  await moveTo(layout.submit, 0.6)
  await pause(chooser.between(150, 350))
  await player.play(gait.click())
}
