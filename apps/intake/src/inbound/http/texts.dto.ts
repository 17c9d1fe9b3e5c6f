/** A text in both languages. */
export class BilingualView {
  zh!: string;
  en!: string;
}
