import type { ReferralRow } from '../contract.ts';

/** What the partner wrote with its answers, in its own words and direction. */
export function AnswerNotes({ referral: { answerNote, outcomeNote } }: { referral: ReferralRow }) {
  return [answerNote, outcomeNote].map(
    (note) =>
      note && (
        <blockquote key={note} dir="auto" className="border-s-4 border-line ps-3 whitespace-pre-line">
          {note}
        </blockquote>
      ),
  );
}
