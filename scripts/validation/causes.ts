/** Causes: likely reasons for missed figures, by name; only reasons that were investigated are listed. */
export const causes: Readonly<Record<string, string>> = {
  'closed-days':
    'places by level are those of 2012 in every year, so the move from closed to open places after 2005 is missing.',
  'open-days':
    'the same split of places in every year; and days in contract wards, treatment and day release, 5 to 11 % of all until 2004, are counted apart in the table and mostly with their level here.',
  'detention-stock':
    'twenty years of burn-in do not fill it, and sentences to detention by year are not put in; only some tens of people, so that its luck is large.',
  'fine-default-stock':
    'it doubled in 2005 and fell a year later; fines are called in over a year, so that one factor per year cannot follow.',
  'prison-sentences':
    'sentences fell by a seventh within a year; first charges of one year are sentenced in two, and returns follow over many.',
  releases:
    'more sentences lapsed or were merged before 2001 than the rule for those years says, or fewer were imposed on people at liberty.',
  'time-served':
    'one factor stands for the lengths of 2005 to 2007; releases of short sentences out of the queue pulled the mean down in 2005 and 2006, and the queue here is shorter than the published one.',
  'remand-days':
    'the flow balance puts more entries and fewer days into the years before 2003; their product, the stock, is met.',
  'remand-entries':
    'the flow balance puts more entries and fewer days into the years before 2003; their product, the stock, is met.',
  'remand-releases':
    'how many pass straight from remand into serving is that of 2012 in every year; fewer seem to have been released before 2008.',
  'remand-stock': 'days on remand follow it year by year, with a lag where the stock turns.',
  'sentence-stock': 'lengths move in three periods, not year by year.',
  'new-sanction@2y':
    'fitted together with the charge within three years and the next figure; the three come from cohorts ten years apart and do not go together.',
};
