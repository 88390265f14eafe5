;; The inner loops of the resampler, four samples at a time. Compiled into fir-kernel.ts by `npm run generate`.
(module
  (memory (export "memory") 1)

  ;; `count` output samples: each the dot product of `taps` input samples (a multiple of 4) and the row of its phase.
  ;; Four sums at a time, as each would else wait for the addition before it.
  (func (export "fir")
    (param $in i32) (param $rows i32) (param $taps i32) (param $up i32) (param $down i32) (param $phase i32)
    (param $out i32) (param $count i32)
    (local $sum v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $wide i32) (local $x i32) (local $row i32) (local $end i32) (local $last i32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $outputs
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (local.set $x (local.get $in))
        (local.set $row
          (i32.add (local.get $rows)
            (i32.shl (i32.mul (local.get $phase) (local.get $taps)) (i32.const 2))))
        (local.set $end (i32.add (local.get $row) (i32.shl (local.get $taps) (i32.const 2))))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $sum1 (local.get $sum))
        (local.set $sum2 (local.get $sum))
        (local.set $sum3 (local.get $sum))
        (local.set $wide (i32.sub (local.get $end) (i32.const 63)))
        (block $rest
          (br_if $rest (i32.ge_s (local.get $row) (local.get $wide)))
          (loop $products
            (local.set $sum
              (f32x4.add (local.get $sum)
                (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $row)))))
            (local.set $sum1
              (f32x4.add (local.get $sum1)
                (f32x4.mul (v128.load offset=16 (local.get $x)) (v128.load offset=16 (local.get $row)))))
            (local.set $sum2
              (f32x4.add (local.get $sum2)
                (f32x4.mul (v128.load offset=32 (local.get $x)) (v128.load offset=32 (local.get $row)))))
            (local.set $sum3
              (f32x4.add (local.get $sum3)
                (f32x4.mul (v128.load offset=48 (local.get $x)) (v128.load offset=48 (local.get $row)))))
            (local.set $x (i32.add (local.get $x) (i32.const 64)))
            (local.set $row (i32.add (local.get $row) (i32.const 64)))
            (br_if $products (i32.lt_s (local.get $row) (local.get $wide)))))
        (block $summed
          (loop $products
            (br_if $summed (i32.ge_u (local.get $row) (local.get $end)))
            (local.set $sum
              (f32x4.add (local.get $sum)
                (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $row)))))
            (local.set $x (i32.add (local.get $x) (i32.const 16)))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (br $products)))
        (local.set $sum
          (f32x4.add
            (f32x4.add (local.get $sum) (local.get $sum1))
            (f32x4.add (local.get $sum2) (local.get $sum3))))
        (f32.store (local.get $out)
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
            (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $phase (i32.add (local.get $phase) (local.get $down)))
        ;; Without a division: that takes as long as the products.
        (block $placed
          (loop $steps
            (br_if $placed (i32.lt_u (local.get $phase) (local.get $up)))
            (local.set $phase (i32.sub (local.get $phase) (local.get $up)))
            (local.set $in (i32.add (local.get $in) (i32.const 4)))
            (br $steps)))
        (br $outputs))))

  ;; The same where the table has fewer rows than there are phases: each output lies between two rows.
  (func (export "firBetween")
    (param $in i32) (param $rows i32) (param $taps i32) (param $up i32) (param $down i32) (param $phase i32)
    (param $out i32) (param $count i32) (param $table i32)
    (local $sum v128) (local $next v128) (local $x i32) (local $row i32) (local $end i32) (local $last i32)
    (local $width i32) (local $at i32) (local $part f32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $width (i32.shl (local.get $taps) (i32.const 2)))
    (block $done
      (loop $outputs
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (local.set $x (local.get $in))
        (local.set $at (i32.mul (local.get $phase) (local.get $table)))
        (local.set $row
          (i32.add (local.get $rows)
            (i32.mul (i32.div_u (local.get $at) (local.get $up)) (local.get $width))))
        (local.set $part
          (f32.div
            (f32.convert_i32_u (i32.rem_u (local.get $at) (local.get $up)))
            (f32.convert_i32_u (local.get $up))))
        (local.set $end (i32.add (local.get $row) (local.get $width)))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $next (v128.const f32x4 0 0 0 0))
        (loop $products
          (local.set $sum
            (f32x4.add (local.get $sum)
              (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $row)))))
          (local.set $next
            (f32x4.add (local.get $next)
              (f32x4.mul (v128.load (local.get $x))
                (v128.load (i32.add (local.get $row) (local.get $width))))))
          (local.set $x (i32.add (local.get $x) (i32.const 16)))
          (local.set $row (i32.add (local.get $row) (i32.const 16)))
          (br_if $products (i32.lt_u (local.get $row) (local.get $end))))
        (local.set $sum
          (f32x4.add (local.get $sum)
            (f32x4.mul (f32x4.splat (local.get $part))
              (f32x4.sub (local.get $next) (local.get $sum)))))
        (f32.store (local.get $out)
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
            (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $phase (i32.add (local.get $phase) (local.get $down)))
        (local.set $in
          (i32.add (local.get $in)
            (i32.shl (i32.div_u (local.get $phase) (local.get $up)) (i32.const 2))))
        (local.set $phase (i32.rem_u (local.get $phase) (local.get $up)))
        (br $outputs))))

  ;; The same for PCM16 where phases are few, eight taps at a time and in 16 bits: one phase after the other, and four of
  ;; its outputs at a time, as they share their row. A row has its small coefficients first, eight from before the
  ;; `outerBytes` and the middle and eight from after them by turns, 2^18 to 1, and then those of the middle, 2^15 to 1.
  ;; Saturates. Writes up to 4 · up outputs beyond `count`, and reads as many inputs as these would need.
  (func (export "firPcm")
    (param $in i32) (param $rows i32) (param $outerBytes i32) (param $up i32) (param $down i32) (param $phase i32)
    (param $out i32) (param $count i32)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $row v128)
    (local $step1 i32) (local $step2 i32) (local $step3 i32) (local $rowAt i32) (local $before i32) (local $after i32)
    (local $inner i32) (local $from i32) (local $to i32) (local $apart i32) (local $last i32) (local $phases i32)
    (local.set $step1 (i32.shl (local.get $down) (i32.const 1)))
    (local.set $step2 (i32.shl (local.get $down) (i32.const 2)))
    (local.set $step3 (i32.add (local.get $step1) (local.get $step2)))
    (local.set $apart (i32.shl (local.get $up) (i32.const 1)))
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 1))))
    (local.set $phases (local.get $up))
    (loop $eachPhase
      (local.set $from (local.get $in))
      (local.set $to (local.get $out))
      (block $done
        (loop $outputs
          (br_if $done (i32.ge_u (local.get $to) (local.get $last)))
          (local.set $sum0 (v128.const i32x4 0 0 0 0))
          (local.set $sum1 (local.get $sum0))
          (local.set $sum2 (local.get $sum0))
          (local.set $sum3 (local.get $sum0))
          (local.set $rowAt
            (i32.add (local.get $rows)
              (i32.mul (local.get $phase)
                (i32.add (i32.shl (local.get $outerBytes) (i32.const 1)) (i32.const 32)))))
          (local.set $before (local.get $from))
          (local.set $inner (i32.add (local.get $from) (local.get $outerBytes)))
          (local.set $after (local.get $inner))
          (loop $products
            (local.set $row (v128.load (local.get $rowAt)))
            (local.set $sum0
              (i32x4.add (local.get $sum0)
                (i32x4.dot_i16x8_s (v128.load align=2 (local.get $before)) (local.get $row))))
            (local.set $sum1
              (i32x4.add (local.get $sum1)
                (i32x4.dot_i16x8_s (v128.load align=2 (i32.add (local.get $before) (local.get $step1))) (local.get $row))))
            (local.set $sum2
              (i32x4.add (local.get $sum2)
                (i32x4.dot_i16x8_s (v128.load align=2 (i32.add (local.get $before) (local.get $step2))) (local.get $row))))
            (local.set $sum3
              (i32x4.add (local.get $sum3)
                (i32x4.dot_i16x8_s (v128.load align=2 (i32.add (local.get $before) (local.get $step3))) (local.get $row))))
            (local.set $row (v128.load offset=16 (local.get $rowAt)))
            (local.set $sum0
              (i32x4.add (local.get $sum0)
                (i32x4.dot_i16x8_s (v128.load offset=32 align=2 (local.get $after)) (local.get $row))))
            (local.set $sum1
              (i32x4.add (local.get $sum1)
                (i32x4.dot_i16x8_s (v128.load offset=32 align=2 (i32.add (local.get $after) (local.get $step1))) (local.get $row))))
            (local.set $sum2
              (i32x4.add (local.get $sum2)
                (i32x4.dot_i16x8_s (v128.load offset=32 align=2 (i32.add (local.get $after) (local.get $step2))) (local.get $row))))
            (local.set $sum3
              (i32x4.add (local.get $sum3)
                (i32x4.dot_i16x8_s (v128.load offset=32 align=2 (i32.add (local.get $after) (local.get $step3))) (local.get $row))))
            (local.set $before (i32.add (local.get $before) (i32.const 16)))
            (local.set $after (i32.add (local.get $after) (i32.const 16)))
            (local.set $rowAt (i32.add (local.get $rowAt) (i32.const 32)))
            (br_if $products (i32.lt_u (local.get $before) (local.get $inner))))
          (local.set $sum0 (i32x4.shr_s (local.get $sum0) (i32.const 3)))
          (local.set $sum1 (i32x4.shr_s (local.get $sum1) (i32.const 3)))
          (local.set $sum2 (i32x4.shr_s (local.get $sum2) (i32.const 3)))
          (local.set $sum3 (i32x4.shr_s (local.get $sum3) (i32.const 3)))
          (local.set $row (v128.load (local.get $rowAt)))
          (local.set $sum0
            (i32x4.add (local.get $sum0)
              (i32x4.dot_i16x8_s (v128.load align=2 (local.get $inner)) (local.get $row))))
          (local.set $sum1
            (i32x4.add (local.get $sum1)
              (i32x4.dot_i16x8_s (v128.load align=2 (i32.add (local.get $inner) (local.get $step1))) (local.get $row))))
          (local.set $sum2
            (i32x4.add (local.get $sum2)
              (i32x4.dot_i16x8_s (v128.load align=2 (i32.add (local.get $inner) (local.get $step2))) (local.get $row))))
          (local.set $sum3
            (i32x4.add (local.get $sum3)
              (i32x4.dot_i16x8_s (v128.load align=2 (i32.add (local.get $inner) (local.get $step3))) (local.get $row))))
          (local.set $row (v128.load offset=16 (local.get $rowAt)))
          (local.set $sum0
            (i32x4.add (local.get $sum0)
              (i32x4.dot_i16x8_s (v128.load offset=16 align=2 (local.get $inner)) (local.get $row))))
          (local.set $sum1
            (i32x4.add (local.get $sum1)
              (i32x4.dot_i16x8_s (v128.load offset=16 align=2 (i32.add (local.get $inner) (local.get $step1))) (local.get $row))))
          (local.set $sum2
            (i32x4.add (local.get $sum2)
              (i32x4.dot_i16x8_s (v128.load offset=16 align=2 (i32.add (local.get $inner) (local.get $step2))) (local.get $row))))
          (local.set $sum3
            (i32x4.add (local.get $sum3)
              (i32x4.dot_i16x8_s (v128.load offset=16 align=2 (i32.add (local.get $inner) (local.get $step3))) (local.get $row))))
          (local.set $sum0
            (i32x4.add
              (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sum0) (local.get $sum1))
              (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sum0) (local.get $sum1))))
          (local.set $sum2
            (i32x4.add
              (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sum2) (local.get $sum3))
              (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sum2) (local.get $sum3))))
          ;; All four together may be above 2 · 2^30.
          (local.set $sum0 (i32x4.shr_s (local.get $sum0) (i32.const 1)))
          (local.set $sum2 (i32x4.shr_s (local.get $sum2) (i32.const 1)))
          (local.set $sum0
            (i32x4.add
              (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $sum0) (local.get $sum2))
              (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $sum0) (local.get $sum2))))
          (local.set $sum0
            (i32x4.shr_s
              (i32x4.add (local.get $sum0) (v128.const i32x4 0x2000 0x2000 0x2000 0x2000))
              (i32.const 14)))
          (local.set $sum0 (i16x8.narrow_i32x4_s (local.get $sum0) (local.get $sum0)))
          (v128.store16_lane align=2 0 (local.get $to) (local.get $sum0))
          (local.set $to (i32.add (local.get $to) (local.get $apart)))
          (v128.store16_lane align=2 1 (local.get $to) (local.get $sum0))
          (local.set $to (i32.add (local.get $to) (local.get $apart)))
          (v128.store16_lane align=2 2 (local.get $to) (local.get $sum0))
          (local.set $to (i32.add (local.get $to) (local.get $apart)))
          (v128.store16_lane align=2 3 (local.get $to) (local.get $sum0))
          (local.set $to (i32.add (local.get $to) (local.get $apart)))
          (local.set $from (i32.add (local.get $from) (i32.shl (local.get $down) (i32.const 3))))
          (br $outputs)))
      (local.set $out (i32.add (local.get $out) (i32.const 2)))
      (local.set $phase (i32.add (local.get $phase) (local.get $down)))
      (block $placed
        (loop $steps
          (br_if $placed (i32.lt_u (local.get $phase) (local.get $up)))
          (local.set $phase (i32.sub (local.get $phase) (local.get $up)))
          (local.set $in (i32.add (local.get $in) (i32.const 2)))
          (br $steps)))
      (br_if $eachPhase (local.tee $phases (i32.sub (local.get $phases) (i32.const 1))))))

  ;; PCM16 to floats of ±1. Reads and writes up to 3 samples beyond `count`.
  (func (export "widen") (param $in i32) (param $out i32) (param $count i32)
    (local $last i32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $samples
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (v128.store (local.get $out)
          (f32x4.mul
            (f32x4.convert_i32x4_s (v128.load16x4_s (local.get $in)))
            (v128.const f32x4 0x1p-15 0x1p-15 0x1p-15 0x1p-15)))
        (local.set $in (i32.add (local.get $in) (i32.const 8)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $samples))))

  ;; Floats to PCM16, rounded to nearest, saturating, NaN to 0. Reads and writes up to 7 samples beyond `count`.
  (func (export "narrow") (param $in i32) (param $out i32) (param $count i32)
    (local $last i32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 1))))
    (block $done
      (loop $samples
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (v128.store (local.get $out)
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s
              (f32x4.nearest
                (f32x4.mul (v128.load (local.get $in))
                  (v128.const f32x4 32768 32768 32768 32768))))
            (i32x4.trunc_sat_f32x4_s
              (f32x4.nearest
                (f32x4.mul (v128.load offset=16 (local.get $in))
                  (v128.const f32x4 32768 32768 32768 32768))))))
        (local.set $in (i32.add (local.get $in) (i32.const 32)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $samples)))))
