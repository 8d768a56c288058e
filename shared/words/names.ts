import { factNames } from './fact-names.js'
import { featureNames } from './feature-names.js'
import { humanise } from './humanise.js'
import { tellNames } from './tell-names.js'

/** The name of whatever was observed, by its id. */
export const nameOf = (id: string): string => featureNames[id]?.[0] ?? tellNames[id] ?? factNames[id]?.[0] ?? humanise(id)
