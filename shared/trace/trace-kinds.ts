/**
 * What a sample of the trace can be, by its number on the wire: append only once 0.1.0 is released. `step`: a move of the mouse that the features count as
 * a step (`features/gestures/gesture.ts`); `still`: one to where the mouse is already, or at the same time as the one before, which they pass over; `move`: any other, of whatever pointer. All else
 * is what `InputEvent` calls so.
 */
export const traceKinds = ['step', 'move', 'down', 'up', 'still', 'click', 'wheel', 'scroll', 'key-down', 'key-up', 'input'] as const
export type TraceKind = (typeof traceKinds)[number]

/** Only the first of them have a place. */
const PLACED = 4

/** @param kind its number */
export const hasPlace = (kind: number): boolean => kind < PLACED
