/**
 * Which test shows that a field does what the reference says. `partly` says what is left out. Every field that the
 * schemas take is here or is refused (checked), and every test that is named exists (checked).
 */
export interface Evidence {
  /** `file › title` */
  readonly test: string;
  readonly partly?: string;
}

export const by = (file: string, title: string, partly?: string): Evidence => ({
  test: `${file} › ${title}`,
  ...(partly === undefined ? {} : { partly }),
});
