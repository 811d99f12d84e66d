// The reference workload of SPEC.md by hand in C++: what the machine can do. People are 64-byte records; whoever has something
// due on a day stands in that day's list; within a day the list's order counts, with times kept as real numbers.
// Usage: reference SCALE SEEDS prints one line of JSON: all events, the speed in the fastest seed, and means over seeds.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>
#include <sys/resource.h>

typedef int32_t i32;
typedef uint32_t u32;
typedef uint8_t u8;

static const double T = 7305, W = 3652.5, NEVER = 1e300;
enum { ARRIVAL = 0, RETURNED, REMAND_ENDED, ELIGIBLE, RELEASED, SUPERVISION_ENDED, REOFFENDED };
enum { NOWHERE = 0, REMAND, QUEUE, HIGH, LOW, SUPERVISION, PENDING, COMMUNITY, PLACES };
enum { NOT_ELIGIBLE = 0, MAY_MOVE, WAITS_FOR_LOW };

struct Person {
  double due, sentenced, length, reoffence, birth;
  i32 next, after, before;
  u32 index;
  u8 kind, place, eligible, priors;
  u32 cycle;
};
struct Queue { i32 first, last; };

static std::vector<Person> people;
static std::vector<i32> heads, unused;
static Queue queueHigh, queueLow;
static double area[PLACES];
static i32 count[PLACES];
static i32 highest, day, highPlaces, lowPlaces;
static u32 seed, nextIndex;
static long events, releases, reoffended;

// Luck: two rounds of a 32-bit mixer on (seed, person, cycle, decision).
static inline u32 mix(u32 x) { x ^= x >> 16; x *= 0x21f0aaadu; x ^= x >> 15; x *= 0x735a2d97u; x ^= x >> 15; return x; }
static inline double draw(i32 i, int decision) {
  u32 h = mix(seed + people[i].index * 0x9E3779B9u);
  h = mix(h ^ (people[i].cycle * 16u + decision) * 0x85EBCA6Bu);
  return (h + 0.5) * (1.0 / 4294967296.0);
}

// P. J. Acklam's approximation, relative error below 1.2e-9.
static inline double normalQuantile(double p) {
  static const double
    a[] = {-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00},
    b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01},
    c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00},
    d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
  if (p < 0.02425 || p > 1 - 0.02425) {
    double q = sqrt(-2 * log(p < 0.5 ? p : 1 - p));
    double x = (((((c[0]*q + c[1])*q + c[2])*q + c[3])*q + c[4])*q + c[5]) / ((((d[0]*q + d[1])*q + d[2])*q + d[3])*q + 1);
    return p < 0.5 ? x : -x;
  }
  double q = p - 0.5, r = q * q;
  return (((((a[0]*r + a[1])*r + a[2])*r + a[3])*r + a[4])*r + a[5]) * q / (((((b[0]*r + b[1])*r + b[2])*r + b[3])*r + b[4])*r + 1);
}

static inline void schedule(i32 i, double t, u8 kind) {
  people[i].due = t;
  people[i].kind = kind;
  if (t >= T) return;
  int d = (int)t;
  if (d < day) d = day;
  people[i].next = heads[d];
  heads[d] = i;
}
static inline i32 nextDue() {
  for (;;) {
    if (day >= 0) {
      i32 i = heads[day];
      if (i >= 0) { heads[day] = people[i].next; return i; }
    }
    if (++day >= (int)T) return -1;
  }
}

static inline double clipped(double t) { return t > W ? t : W; }
static inline void enter(i32 i, int place, double t) { people[i].place = place; area[place] -= clipped(t); count[place]++; }
static inline void leave(int place, double t) { area[place] += clipped(t); count[place]--; }
static inline void join(Queue& q, i32 i) {
  people[i].after = -1;
  people[i].before = q.last;
  if (q.last >= 0) people[q.last].after = i; else q.first = i;
  q.last = i;
}
static inline void quit(Queue& q, i32 i) {
  i32 after = people[i].after, before = people[i].before;
  if (before >= 0) people[before].after = after; else q.first = after;
  if (after >= 0) people[after].before = before; else q.last = before;
}

static inline void moveToLow(i32 i, double t) { leave(HIGH, t); enter(i, LOW, t); events++; people[i].eligible = MAY_MOVE; }
static inline void askForLow(i32 i, double t) {
  if (count[LOW] < lowPlaces) moveToLow(i, t);
  else { people[i].eligible = WAITS_FOR_LOW; join(queueLow, i); }
}
static inline void admit(i32 i, double t) { enter(i, HIGH, t); events++; if (people[i].eligible == MAY_MOVE) askForLow(i, t); }
static inline void fillHigh(double t) {
  while (count[HIGH] < highPlaces && queueHigh.first >= 0) {
    i32 j = queueHigh.first;
    quit(queueHigh, j);
    leave(QUEUE, t);
    admit(j, t);
  }
}
static inline void sentence(i32 i, double t) {
  people[i].sentenced = t;
  people[i].length = 120 * exp(1.1 * normalQuantile(draw(i, 3)));
  people[i].eligible = NOT_ELIGIBLE;
  if (count[HIGH] < highPlaces) admit(i, t);
  else { enter(i, QUEUE, t); join(queueHigh, i); }
  schedule(i, t + people[i].length / 3, ELIGIBLE);
}
static inline void arrive(i32 i, double t) {
  if (draw(i, 1) < 0.4) { enter(i, REMAND, t); schedule(i, t - 60 * log(draw(i, 2)), REMAND_ENDED); }
  else sentence(i, t);
}
static inline i32 newRow() {
  if (!unused.empty()) { i32 i = unused.back(); unused.pop_back(); return i; }
  if ((size_t)highest >= people.size()) people.resize(people.size() * 2);
  return highest++;
}

static void run(u32 seedOfRun, double scale) {
  seed = seedOfRun;
  highPlaces = (int)(3000 * scale);
  lowPlaces = (int)(2600 * scale);
  queueHigh = queueLow = {-1, -1};
  memset(area, 0, sizeof area);
  memset(count, 0, sizeof count);
  events = releases = reoffended = 0;
  unused.clear();
  highest = 1;
  nextIndex = 1;
  day = -1;
  if (people.size() < 1024) people.resize(1024);
  heads.assign((int)T + 1, -1);
  people[0].index = 0; // row 0 is the outside world
  people[0].cycle = 0;
  double rate = 25 * scale;
  schedule(0, -log(draw(0, 0)) / rate, ARRIVAL);
  for (i32 i = nextDue(); i >= 0; i = nextDue()) {
    double t = people[i].due;
    switch (people[i].kind) {
      case ARRIVAL: {
        people[0].cycle++;
        schedule(0, t - log(draw(0, 0)) / rate, ARRIVAL);
        i32 j = newRow();
        events++;
        people[j].index = nextIndex++;
        people[j].cycle = 0;
        double years = -14 * log(draw(j, 6));
        if (years > 57) years = 57;
        people[j].birth = t - (18 + years) * 365.25;
        int priors = (int)(log(draw(j, 7)) * (1 / log(0.6)));
        people[j].priors = priors > 255 ? 255 : priors;
        arrive(j, t);
        break;
      }
      case RETURNED: leave(PENDING, t); events++; people[i].cycle++; arrive(i, t); break;
      case REMAND_ENDED: leave(REMAND, t); events++; sentence(i, t); break;
      case ELIGIBLE:
        events++;
        if (people[i].place == HIGH) { askForLow(i, t); if (people[i].place == LOW) fillHigh(t); }
        else people[i].eligible = MAY_MOVE;
        schedule(i, people[i].sentenced + people[i].length * (2.0 / 3), RELEASED);
        break;
      case RELEASED: {
        events++;
        int place = people[i].place;
        leave(place, t);
        if (place == QUEUE) quit(queueHigh, i);
        else if (place == HIGH) { if (people[i].eligible == WAITS_FOR_LOW) quit(queueLow, i); fillHigh(t); }
        else {
          while (count[LOW] < lowPlaces && queueLow.first >= 0) { i32 j = queueLow.first; quit(queueLow, j); moveToLow(j, t); }
          fillHigh(t);
        }
        enter(i, SUPERVISION, t);
        if (t <= T - 730) releases++;
        double end = people[i].sentenced + people[i].length, reoffence = NEVER;
        if (draw(i, 4) >= 0.6) {
          double age = (t - people[i].birth) / 365.25;
          int priors = people[i].priors > 10 ? 10 : people[i].priors;
          double logHazardRatio = -0.03 * (age - 35) + 0.1 * priors;
          reoffence = t + 500 * exp((log(-log(draw(i, 5))) - logHazardRatio) * 1.25);
        }
        people[i].reoffence = reoffence;
        if (reoffence < end) schedule(i, reoffence, REOFFENDED); else schedule(i, end, SUPERVISION_ENDED);
        break;
      }
      case SUPERVISION_ENDED:
        events++;
        leave(SUPERVISION, t);
        if (people[i].reoffence >= T) { people[i].place = NOWHERE; unused.push_back(i); }
        else { enter(i, COMMUNITY, t); schedule(i, people[i].reoffence, REOFFENDED); }
        break;
      case REOFFENDED: {
        events++;
        leave(people[i].place, t);
        double released = people[i].sentenced + people[i].length * (2.0 / 3);
        if (released <= T - 730 && t - released < 730) reoffended++;
        if (people[i].priors < 255) people[i].priors++;
        enter(i, PENDING, t);
        schedule(i, t - 90 * log(draw(i, 8)), RETURNED);
        break;
      }
    }
  }
  for (int place = 0; place < PLACES; place++) area[place] = (area[place] + count[place] * T) / (T - W);
}

static double processorSeconds() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1e-6 * (used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

int main(int n, char** arguments) {
  double scale = n > 1 ? atof(arguments[1]) : 1;
  int seeds = n > 2 ? atoi(arguments[2]) : 10;
  long total = 0;
  double mean[PLACES] = {0}, share = 0, fastest = 0;
  for (int s = 1; s <= seeds; s++) {
    double started = processorSeconds();
    run(s, scale);
    double speed = events / (processorSeconds() - started);
    if (speed > fastest) fastest = speed;
    total += events;
    for (int place = 0; place < PLACES; place++) mean[place] += area[place] / scale / seeds;
    share += (double)reoffended / releases / seeds;
  }
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("{\"events\":%ld,\"eventsPerSecond\":%.0f,\"peakMegabytes\":%.1f,\"means\":{\"remand\":%.4f,\"queue\":%.4f,\"high\":%.4f,"
         "\"low\":%.4f,\"supervision\":%.4f,\"pending\":%.4f,\"reoffendedWithin2Years\":%.6f}}\n",
         total, fastest, used.ru_maxrss / 1024.0, mean[REMAND], mean[QUEUE], mean[HIGH], mean[LOW], mean[SUPERVISION],
         mean[PENDING], share);
}
