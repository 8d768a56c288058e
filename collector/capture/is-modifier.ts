/** UI Events KeyboardEvent key Values, §3.2: no other key's name begins like one of these. */
const MODIFIER = /^(Shift|Control|Alt|Meta|CapsLock|Fn)/

/** @param key `KeyboardEvent.key`. What was typed is forgotten here: all that goes on is whether it types or modifies. */
export const isModifier = (key: string): boolean => MODIFIER.test(key)
