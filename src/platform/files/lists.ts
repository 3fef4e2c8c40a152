/** Why a file cannot be written anew, and so is not kept; each is a translation key `error.<code>`. */
export const rewriteRefusals = [
  'file_too_large',
  // Neither a picture nor a PDF, whatever its name says.
  'file_wrong_kind',
  'file_broken',
  // It would take more memory or time than any photograph or paper.
  'file_too_complex',
  'image_heic',
  'pdf_locked',
  'pdf_too_long',
  // A form that shows itself in one program only.
  'pdf_form',
  // It holds what a reader would carry out, in a place where it cannot be taken out.
  'pdf_active',
] as const;
export type RewriteRefusal = (typeof rewriteRefusals)[number];
