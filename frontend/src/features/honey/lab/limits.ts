/**
 * Composition criteria of honey in the European Union: Council Directive 2001/110/EC, Annex II,
 * points 2 (moisture) and 6 (HMF).
 */
export const MAX_MOISTURE_PERCENT = 20;
export const MAX_HMF_MG_PER_KG = 40;
/** For honey declared as coming from a region with a tropical climate. */
export const MAX_HMF_TROPICAL_MG_PER_KG = 80;
