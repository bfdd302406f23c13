package org.crossaisle.recommend.rerank;

/**
 * Settings of one way to choose among the best candidates and to order them. Each keeps what scope and share have settled: how
 * many places are for which candidates.
 *
 * <p>The first of several chooses from all candidates; a later one only orders what the one before it chose, but for a
 * {@link Window}, which takes others where the rule cannot be kept without. All weigh against the model's scores on a common
 * scale: of the candidates the best has 1, the worst 0, the others lie between them as their scores do.
 *
 * <p>{@code toString} gives the text by which the command line and the server know it, such as {@code mmr:0.3}.
 */
public sealed interface Reranker permits Calibrated, Mmr, Dpp, Window {}
