/** Version of the collector; the build replaces the placeholder. Stands in every evidence. */
export const BUILD: string = '__VOUCHSAFE_BUILD__'

/** Subresource Integrity value of `enforce.js` of the same build; the build replaces the placeholder. */
export const ENFORCE_INTEGRITY: string = '__VOUCHSAFE_ENFORCE_INTEGRITY__'
