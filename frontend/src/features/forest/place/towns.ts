interface Town {
  name: string;
  at: [longitude: number, latitude: number];
  /** Drawn only when one pixel covers fewer kilometres than this. */
  closerThan: number;
}

/** Larger towns of Tanzania; places after GeoNames, rounded to a hundredth of a degree. */
export const TOWNS: Town[] = [
  { name: "Dar es Salaam", at: [39.27, -6.82], closerThan: 4.5 },
  { name: "Dodoma", at: [35.74, -6.17], closerThan: 4.5 },
  { name: "Mwanza", at: [32.9, -2.52], closerThan: 3 },
  { name: "Arusha", at: [36.68, -3.37], closerThan: 3 },
  { name: "Mbeya", at: [33.45, -8.9], closerThan: 3 },
  { name: "Kigoma", at: [29.63, -4.88], closerThan: 2 },
  { name: "Tabora", at: [32.83, -5.02], closerThan: 2 },
  { name: "Mpanda", at: [31.07, -6.34], closerThan: 1.2 },
  { name: "Sumbawanga", at: [31.62, -7.97], closerThan: 1.2 },
  { name: "Iringa", at: [35.7, -7.77], closerThan: 2 },
  { name: "Songea", at: [35.65, -10.68], closerThan: 3 },
  { name: "Urambo", at: [32.05, -5.07], closerThan: 0.9 },
];
