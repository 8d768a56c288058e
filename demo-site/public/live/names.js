// @ts-check
import { humanise } from './dom.js'
import { factNames } from './fact-names.js'
import { featureNames } from './feature-names.js'
import { tellNames } from './tell-names.js'

/**
 * The name of a fact.
 * @param {string} id
 */
export const nameOf = (id) => featureNames[id]?.[0] ?? tellNames[id] ?? factNames[id]?.[0] ?? humanise(id)
