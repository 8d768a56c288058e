const entities = /** @type {const} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })

/** Text for a document or for a quoted attribute. @param {string} text */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (sign) => entities[/** @type {keyof typeof entities} */ (sign)])
