/**
 * What a rule is, and how it says what it found: findings and the words for figures in them. Nothing that one kind of rule
 * alone needs.
 */
@NullMarked
package org.fupin.audit.rule;

import org.jspecify.annotations.NullMarked;
