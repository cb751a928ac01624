package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class MemberTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Member(1);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 4, 2));
    }
}
