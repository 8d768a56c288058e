import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

/**
 * @typedef {import('@eslint-community/regexpp').AST.Node} Node
 * @typedef {import('@eslint-community/regexpp').AST.Alternative} Alternative
 * @typedef {import('@eslint-community/regexpp').AST.Quantifier} Quantifier
 * @typedef {import('@eslint-community/regexpp').AST.Element} Element
 */

/** A repetition that may go on for longer than this counts as one without end. */
const MANY = 64
/** All of ASCII, and what stands for the rest: letters, spaces and line ends beyond it. */
const LETTERS = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), 'é', 'ſ', '\u00a0', '\u2028', '\ud83d', '漢']

/** @param {Set<string>} a @param {Set<string>} b */
const meet = (a, b) => [...a].some((letter) => b.has(letter))

/** @param {Node} node @returns {node is Quantifier} */
const isLong = (node) => node.type === 'Quantifier' && node.max > MANY

/**
 * The ways in which a regular expression takes longer than its input is long, where it does not match:
 * `exponential`: a repetition within a repetition, or two alternatives of one, can share the same letters out in ever more ways.
 * `polynomial`: two repetitions that follow each other can, or the search begins a repetition anew at each of its letters.
 *
 * It says too much rather than too little: look-around and back references count as if they were not there, and what is between two repetitions only
 * parts them where it has to stand there and shares no letter with the first.
 *
 * @param {string} source as it stands between the slashes
 * @param {string} flags
 * @returns {('exponential' | 'polynomial')[]} none, one or both
 */
export function risksOf(source, flags) {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  })
  const letters = lettersBy(flags.replace(/[gyds]/g, ''))
  /** @type {Set<'exponential' | 'polynomial'>} */
  const risks = new Set()
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (isLong(quantifier) && repeatsAmbiguously(quantifier, letters)) risks.add('exponential')
    },
    onAlternativeEnter(alternative) {
      if (hasNeighbours(alternative, letters)) risks.add('polynomial')
    },
  })
  if (!flags.includes('y') && pattern.alternatives.some((alternative) => beginsAnew(alternative, letters))) risks.add('polynomial')
  return [...risks].sort()
}

/** @param {string} flags @returns {(node: Node) => Set<string>} every letter that may stand somewhere in it */
function lettersBy(flags) {
  return (node) => {
    /** @type {Set<string>} */
    const found = new Set()
    /** @param {Node} one what stands in a class is told by the class */
    const take = ({ raw, parent }) => {
      if (parent?.type.startsWith('CharacterClass')) return
      const one = new RegExp(`^(?:${raw})$`, flags)
      for (const letter of LETTERS) if (one.test(letter)) found.add(letter)
    }
    visitRegExpAST(node, {
      onCharacterClassEnter: take,
      onCharacterSetEnter: take,
      onCharacterEnter: take,
    })
    return found
  }
}

/** @param {Element} element @returns {readonly Alternative[]} */
const alternativesOf = (element) =>
  element.type === 'Group' || element.type === 'CapturingGroup'
    ? element.alternatives
    : element.type === 'Quantifier'
      ? alternativesOf(element.element)
      : []

/** @param {Element} element whether something of it must be there */
const isRequired = (element) =>
  element.type === 'Quantifier'
    ? element.min > 0
    : element.type === 'Group' || element.type === 'CapturingGroup'
      ? element.alternatives.every(({ elements }) => elements.some(isRequired))
      : element.type === 'Character' || element.type === 'CharacterClass' || element.type === 'CharacterSet'

/** @param {Quantifier} quantifier @param {(node: Node) => Set<string>} letters */
function repeatsAmbiguously(quantifier, letters) {
  const alternatives = alternativesOf(quantifier)
  const firsts = alternatives.map((alternative) => firstOf(alternative, letters))
  if (firsts.some((first, i) => firsts.slice(i + 1).some((other) => meet(first, other)))) return true
  return alternatives.some((alternative) => longWithin(alternative).some((inner) => !isParted(alternative, inner, letters)))
}

/** @param {Alternative} alternative @param {(node: Node) => Set<string>} letters the letters with which it may begin */
function firstOf({ elements }, letters) {
  /** @type {Set<string>} */
  const first = new Set()
  for (const element of elements) {
    for (const letter of beginningOf(element, letters)) first.add(letter)
    if (isRequired(element)) break
  }
  return first
}

/** @param {Alternative} alternative @returns {Quantifier[]} */
function longWithin(alternative) {
  /** @type {Quantifier[]} */
  const found = []
  visitRegExpAST(alternative, { onQuantifierEnter: (inner) => void (isLong(inner) && found.push(inner)) })
  return found
}

/** Whether each round has to pass a letter that the inner repetition cannot take. @param {Alternative} alternative @param {Quantifier} inner @param {(node: Node) => Set<string>} letters */
const isParted = ({ elements }, inner, letters) =>
  elements.some((element) => isRequired(element) && !meet(letters(element), letters(inner)))

/** @param {Alternative} alternative @param {(node: Node) => Set<string>} letters whether two repetitions in a row can share letters out among them */
function hasNeighbours({ elements }, letters) {
  return elements.some((first, i) => {
    if (!isLong(first)) return false
    for (const next of elements.slice(i + 1)) {
      const shared = meet(letters(first), beginningOf(next, letters))
      if (shared && (isLong(next) || longWithinElement(next))) return true
      if (!shared && isRequired(next)) return false
    }
    return false
  })
}

/** @param {Element} element @param {(node: Node) => Set<string>} letters the letters with which it may begin */
function beginningOf(element, letters) {
  const alternatives = alternativesOf(element)
  return alternatives.length === 0 ? letters(element) : new Set(alternatives.flatMap((alternative) => [...firstOf(alternative, letters)]))
}

/** @param {Element} element */
const longWithinElement = (element) => alternativesOf(element).some((alternative) => longWithin(alternative).length > 0)

/**
 * Whether a search may walk the same letters once for each place where it can begin: it is not held to the beginning, and a repetition that something has
 * to follow can walk over further beginnings.
 *
 * @param {Alternative} alternative @param {(node: Node) => Set<string>} letters
 */
function beginsAnew({ elements }, letters) {
  const [first] = elements
  if (first?.type === 'Assertion' && first.kind === 'start') return false
  const at = elements.findIndex((element) => isLong(element) || longWithinElement(element))
  const repetition = elements[at]
  if (!repetition || !elements.slice(at + 1).some((element) => isRequired(element) || element.type === 'Assertion')) return false
  const walked = letters(repetition)
  return elements.slice(0, at).every((element) => !isRequired(element) || meet(letters(element), walked))
}
